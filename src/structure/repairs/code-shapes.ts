import { hanCount } from '../row.js';
import { SIGN, signsOfUnit } from '../signs.js';

/** What a row is to a piece of code: `sure` is nothing else, `likely` is code among code, `neutral` may stand in it. */
export type CodeRow = 'sure' | 'likely' | 'neutral';

interface Shape {
  readonly is: CodeRow;
  readonly pattern: RegExp;
}

/** How the rows of programs begin and end, by family; bounded, since a row may be as long as a page. */
const SHAPES: readonly Shape[] = [
  // Python
  { is: 'sure', pattern: /^(?:async )?(?:def|class) \w{1,60}\s?(?:\(.{0,200})?:?$/u },
  {
    is: 'sure',
    pattern: /^(?:import [\w.]{1,60}(?: as \w{1,40})?|from [\w.]{1,60} import [\w*, ()]{1,200});?$/u,
  },
  { is: 'likely', pattern: /^(?:if|elif|else|for|while|try|except|finally|with|match|case)\b[^.]{0,200}:$/u },
  { is: 'likely', pattern: /^(?:return|raise|yield|await|assert|del|pass|break|continue)\b[^.!?]{0,200}$/u },
  { is: 'likely', pattern: /^@\w[\w.]{0,60}(?:\(.{0,200}\))?$/u },
  // C and its heirs
  { is: 'sure', pattern: /^#(?:include|define|ifdef|ifndef|endif|pragma)\b|^#!\//u },
  { is: 'sure', pattern: /^(?:package|import|using) (?:static )?[\w.*:]{1,80};$/u },
  { is: 'sure', pattern: /[)\]"'`];$/u },
  { is: 'likely', pattern: /\w;$/u },
  { is: 'sure', pattern: /(?:[)\w]|=>|=|^)\s{0,2}\{$/u },
  { is: 'sure', pattern: /^(?:const|let|var)\s\w{1,60}\s?=/u },
  { is: 'likely', pattern: /^[\])}]{1,6}[;,)]{0,2}(?:\s?(?:else|catch|finally|while)\b.{0,100})?\{?$/u },
  { is: 'likely', pattern: /^[[{(]$/u },
  // calls and assignments of most languages
  { is: 'sure', pattern: /^[a-z_$][\w.$]{0,80}\(.{0,300}\)[;,]?$/u },
  { is: 'likely', pattern: /^[A-Za-z_$][\w.$[\]'",\s]{0,80}\s?(?:[-+*/|:]?=)\s?\S/u },
  // keys of data, rows of configuration
  { is: 'likely', pattern: /^"[^"]{1,80}"\s?:\s?\S/u },
  // shells
  { is: 'sure', pattern: /^(?:\$|>>>|\.\.\.|PS [^>]{0,60}>|[\w-]{1,30}@[\w-]{1,30}[:~\w/]{0,60}[$#])\s\S/u },
  {
    is: 'sure',
    pattern:
      /^(?:sudo|apt|apt-get|yum|dnf|brew|pip3?|conda|npm|npx|yarn|pnpm|docker|kubectl|curl|wget|chmod|chown|systemctl|mkdir|cargo|mvn|python3?) -{0,2}[a-z0-9./~:][^。\uFF0C]{0,300}$|^(?:git (?:clone|add|commit|push|pull|init|checkout|branch|config)|go (?:run|build|get|mod|install))\b/u,
  },
  { is: 'likely', pattern: /^(?:cd|source|export|echo|cat|ls|cp|mv|rm|set)\s[-\w./~$"'=]/u },
  // SQL
  {
    is: 'sure',
    pattern:
      /^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (?:TABLE|INDEX|DATABASE|VIEW)|ALTER TABLE|DROP TABLE)\s/u,
  },
  {
    is: 'likely',
    pattern: /^(?:FROM|WHERE|ORDER BY|GROUP BY|HAVING|(?:INNER |LEFT |RIGHT )?JOIN|VALUES|AND|OR|LIMIT)\b/u,
  },
  // comments
  { is: 'neutral', pattern: /^(?:#|\/\/|\/\*|\*\/?|--|;|%|<!--|"""|''')(?:\s|$|\p{Script=Han})/u },
];

/** Words above a piece of code that name its language. */
const LANGUAGE =
  /^(?:bash|shell|sh|zsh|powershell|cmd|python|py|java|javascript|js|typescript|ts|jsx|tsx|json|yaml|yml|toml|ini|xml|html|css|scss|sql|c|cpp|c\+\+|csharp|c#|go|golang|rust|ruby|php|swift|kotlin|scala|perl|lua|r|matlab|nginx|dockerfile|makefile|vue|plaintext|text)$/iu;

const LONGEST_LANGUAGE = 10;

/** Python alone in a row heads the text about it. */
const HEADS = /^[A-Z]\w*$/u;
const LONGEST_ROW = 400;
const LAST_ASCII = 0x7f;
const isHanUnit = (unit: number): boolean => (signsOfUnit(unit) & SIGN.han) !== 0;
const STRINGS = /"[^"]{0,300}"|'[^']{0,300}'|`[^`]{0,300}`/gu;
const COMMENT = /(?:\s#|\/\/|\/\*|--\s|<!--)[^"'`]{0,300}$/u;
const HAN = /\p{Script=Han}|[\uFF0C。\uFF1B]/u;

/** Undefined for a row of prose. Han stand in code within quotes and comments only. */
export function codeRow(text: string): CodeRow | undefined {
  if (text.length > LONGEST_ROW || opensProse(text)) return undefined;
  const code = bare(text);
  const found = SHAPES.find(({ pattern }) => pattern.test(code))?.is;
  return found !== 'neutral' && HAN.test(code) ? undefined : found;
}

/** It begins with a Han, or with a mark before one: no quote and no comment has them, which only stand behind other signs. */
function opensProse(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > LAST_ASCII && (isHanUnit(first) || isHanUnit(text.charCodeAt(1)));
}

/** `bash`, `python` alone in a row. */
export function namesLanguage(text: string): boolean {
  return text.length <= LONGEST_LANGUAGE && !isHanUnit(text.charCodeAt(0)) && LANGUAGE.test(text);
}

/** A row that may stand below the name of a language: a command, a tag, a setting; no sentence and no number of an item. */
export function mayBeCode(text: string): boolean {
  if (HEADS.test(text)) return false;
  const begins = /^[A-Za-z_$#./<>{}()[\]"'@*&\\;:-]/u.test(text);
  return (
    begins && !/[。\uFF0C\uFF1B\uFF01\uFF1F]|[a-z][.!?]$/u.test(text) && hanCount(text) * 2 < text.length
  );
}

/** No Han but in quotes and comments. */
export function isForeign(text: string): boolean {
  return !HAN.test(bare(text));
}

function bare(text: string): string {
  return text.replace(STRINGS, '""').replace(COMMENT, '').trimEnd();
}

/** Opens or closes a text of several rows: """. */
export function countTripleQuotes(text: string): number {
  return text.match(/"""|'''/gu)?.length ?? 0;
}
