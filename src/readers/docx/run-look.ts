import { child, numberOf, toggleOf, valOf, type XmlElement } from './xml.js';

/** What the properties of a run, or of the style of one, say of its characters. Absent: they say nothing. */
export interface RunLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  /** 着重号: a dot at each character. */
  readonly dotted?: boolean;
  /** 专名号 and 书名号, and any other underline. */
  readonly underline?: 'straight' | 'wavy' | 'none';
  /** 双行合一: set in two rows, with the others of this number; its brackets stand around all of them. */
  readonly combined?: { readonly id: string; readonly brackets: string };
  readonly hidden?: boolean;
  readonly script?: 'sup' | 'sub' | 'none';
  /** In half points. */
  readonly size?: number;
  readonly font?: string;
  readonly code?: boolean;
  readonly strong?: boolean;
}

/** @see ISO/IEC 29500-1, 17.3.2 */
export function readRunLook(properties: XmlElement | undefined): RunLook {
  if (!properties || properties.children.length === 0) return NO_LOOK;
  const bold = toggleOf(properties, 'w:b');
  const italic = toggleOf(properties, 'w:i');
  const strikes = [toggleOf(properties, 'w:strike'), toggleOf(properties, 'w:dstrike')];
  const strike = strikes.includes(true) ? true : strikes.find((each) => each !== undefined);
  const hidden = toggleOf(properties, 'w:vanish');
  const dots = valOf(properties, 'w:em');
  const line = valOf(properties, 'w:u');
  const combined = combinedOf(properties);
  const raised = valOf(properties, 'w:vertAlign');
  const size = numberOf(properties, 'w:sz');
  const fonts = child(properties, 'w:rFonts')?.attributes;
  const font = fonts?.get('ascii') ?? fonts?.get('hAnsi');
  return {
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(strike !== undefined && { strike }),
    ...(hidden !== undefined && { hidden }),
    ...(dots !== undefined && { dotted: dots !== 'none' }),
    ...(line !== undefined && { underline: underlineOf(line) }),
    ...(combined && { combined }),
    ...(raised !== undefined && { script: SCRIPTS[raised] ?? 'none' }),
    ...(size !== undefined && size > 0 && { size }),
    ...(font !== undefined && { font }),
  };
}

/** @see ISO/IEC 29500-1, 17.18.99 (ST_Underline) */
function underlineOf(value: string): NonNullable<RunLook['underline']> {
  if (value === 'none') return 'none';
  return value.startsWith('wav') ? 'wavy' : 'straight';
}

/** @see ISO/IEC 29500-1, 17.3.2.10 (eastAsianLayout) */
function combinedOf(properties: XmlElement): RunLook['combined'] {
  const layout = child(properties, 'w:eastAsianLayout')?.attributes;
  if (!/^(?:1|true|on)$/.test(layout?.get('combine') ?? '')) return undefined;
  return { id: layout?.get('id') ?? '', brackets: BRACKETS[layout?.get('combineBrackets') ?? ''] ?? '' };
}

const BRACKETS: Readonly<Record<string, string>> = {
  round: '\uFF08\uFF09',
  square: '\uFF3B\uFF3D',
  angle: '\u3008\u3009',
  curly: '\uFF5B\uFF5D',
};

const SCRIPTS: Readonly<Record<string, 'sup' | 'sub'>> = { superscript: 'sup', subscript: 'sub' };

export const NO_LOOK: RunLook = {};
