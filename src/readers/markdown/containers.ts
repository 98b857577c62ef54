import type { Code, RootContent } from 'mdast';
import type { NotationNode } from './syntax-tree.js';

/** What lies between `::: tip` and `:::`, or under `!!! note`. */
export interface Container {
  readonly type: 'container';
  /** In lower case; empty when only a title was given. */
  readonly kind: string;
  readonly title: string;
  readonly line: number;
  readonly children: readonly FlowItem[];
}

export type FlowItem = RootContent | Container;

/** Deeper ones are set at this depth. */
const DEEPEST = 24;

interface Open {
  readonly mark: NotationNode;
  /** Where its content begins in the flow around it. */
  readonly from: number;
}

/**
 * Puts together what lies between the marks of containers. A mark without its other half is left as a node, so that
 * no text moves into a box that nobody closed.
 */
export function groupContainers(nodes: readonly RootContent[]): FlowItem[] {
  const items: FlowItem[] = [];
  const open: Open[] = [];
  for (const node of nodes) {
    if (node.type !== 'notation' || node.name !== 'container') {
      items.push(node);
      continue;
    }
    const isClosing = /^:{3,}\s*$/.test(node.value);
    const last = isClosing ? open.pop() : undefined;
    if (last) items.push(toContainer(last.mark, items.splice(last.from).slice(1)));
    else {
      if (!isClosing && open.length < DEEPEST) open.push({ mark: node, from: items.length });
      items.push(node);
    }
  }
  return items;
}

function toContainer(mark: NotationNode, children: readonly FlowItem[]): Container {
  return { type: 'container', ...headOf(mark.value), line: mark.position?.start.line ?? 1, children };
}

/** `::: tip 标题`, `:::{note} 标题`, `:::note[标题]`, `::: {.callout-tip title="标题"}`, `!!! note "标题"`. */
const HEAD = /^(?::{3,}|!!!|\?\?\?\+?)\s*(?:\{\s*)?\.?(?:callout-)?([A-Za-z][\w-]*)?\}?\s*(.*)$/;

export function headOf(mark: string): { readonly kind: string; readonly title: string } {
  const [, kind = '', rest = ''] = HEAD.exec(mark) ?? [];
  const named = /title\s{0,5}=\s{0,5}"([^"]{0,500})"/.exec(rest)?.[1];
  const title = named ?? rest.replace(/\{[^{}]*\}?\s*$/, '').replace(/^[["]|["\]]$/g, '');
  return { kind: kind.toLowerCase(), title: title.replace(/:{3,}\s*$/, '').trim() };
}

/** Containers that are boxes in the text; others (tabs, columns, groups of code) only arrange it. */
const BOXES =
  /^(?:|abstract|admonition|attention|bug|callout|caution|danger|details|error|example|failure|faq|hint|important|info|note|question|quote|seealso|spoiler|success|summary|theorem|tip|todo|warn|warning)$/;

export function isBox({ kind }: Pick<Container, 'kind'>): boolean {
  return BOXES.test(kind);
}

/** MyST and Obsidian fence their boxes as code: ` ```{note} 标题 `. */
export function boxFence({
  lang,
  meta,
}: Code): { readonly kind: string; readonly title: string } | undefined {
  const kind =
    /^\{([a-z]{1,30})\}$/i.exec(lang ?? '')?.[1]?.toLowerCase() ?? /^ad-([a-z]{1,30})$/.exec(lang ?? '')?.[1];
  return kind !== undefined && kind !== '' && BOXES.test(kind) ? { kind, title: meta ?? '' } : undefined;
}
