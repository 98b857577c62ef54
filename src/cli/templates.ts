import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';

/** `paiban templates`: the looks that ship, or one of them complete. */
export const templatesCommand: Command = {
  name: 'templates',
  usage: 'templates [name]',
  summary: { en: 'list the templates, or print one', zh: '列出模板\uFF0C或打印其中一个' },
  argument: {
    name: 'name',
    help: { en: 'name of a template, or path of a template file', zh: '模板名\uFF0C或模板文件的路径' },
  },
  options: ['json'],
  examples: [
    ['templates', { en: 'what there is', zh: '看有哪些' }],
    [
      'templates official > mine.json',
      { en: 'a copy to change, with everything it extends', zh: '复制一份来改\uFF0C含其继承的全部设置' },
    ],
  ],
  run: async ({ names, values, speaker, terminal }) => {
    const { listTemplates, loadTemplate } = await import('../index.js');
    const [name] = names;
    if (name !== undefined) {
      const { extends: _complete, ...template } = loadTemplate(name).template;
      await speaker.sayJson(template);
      return EXIT.done;
    }
    const rows = listTemplates().map((each) => ({
      name: each,
      label: loadTemplate(each).template.label ?? '',
    }));
    if (values.json) {
      await speaker.sayJson({ schema: 1, templates: rows });
      return EXIT.done;
    }
    const width = Math.max(...rows.map((row) => row.name.length));
    const lines = rows.map((row) => `${row.name.padEnd(width)}  ${row.label}`);
    await terminal.writeOut(`${lines.join('\n')}\n`);
    return EXIT.done;
  },
};
