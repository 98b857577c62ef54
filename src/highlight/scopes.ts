import type { CodeKind } from '../model/index.js';

/**
 * What the scopes of highlight.js mean on our pages; any other is plain, and so are operators and marks.
 *
 * @see highlight.js, CSS classes reference
 */
const KINDS: Readonly<Record<CodeKind, string>> = {
  keyword: 'keyword literal selector-tag name section template-tag',
  string: 'string regexp char link code formula quote',
  comment: 'comment doctag',
  number: 'number symbol bullet',
  title: 'title',
  type: 'type built_in class',
  name: 'attr attribute variable template-variable property selector-attr selector-class selector-id selector-pseudo',
  meta: 'meta',
  addition: 'addition',
  deletion: 'deletion',
};

const KIND_BY_SCOPE: ReadonlyMap<string, CodeKind> = new Map(
  (Object.entries(KINDS) as [CodeKind, string][]).flatMap(([kind, scopes]) =>
    scopes.split(' ').map((scope): [string, CodeKind] => [scope, kind]),
  ),
);

/** Code inside a string (`${name}`): plain again. */
const PLAIN_SCOPE = 'subst';

/** The kind of a stretch by its scope, or that of what is around it. */
export function kindOfScope(scope: string, around: CodeKind | undefined): CodeKind | undefined {
  return scope === PLAIN_SCOPE ? undefined : (KIND_BY_SCOPE.get(scope) ?? around);
}
