// How an article looks: template files, the resolved style sheet and unit conversions.
export { checkJson, type JsonFault, type JsonSchema } from './check-json.js';
export { type LoadedTemplate, listTemplates, loadTemplate, templatePath } from './load-template.js';
export { makeStyleSheet, type StyleOptions } from './make-style-sheet.js';
export { nearestName } from './nearest-name.js';
export { resolveTemplate } from './resolve-template.js';
export * from './style-sheet.js';
export { mergeTemplates, type Template, type TemplateFamily, type TemplateStyle } from './template.js';
export * from './units.js';
