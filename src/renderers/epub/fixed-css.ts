/** Lines run down, pages from right to left. On the root element, so that readers turn pages that way. */
export const VERTICAL: string = `html {
  writing-mode: vertical-rl;
  -epub-writing-mode: vertical-rl;
  -webkit-writing-mode: vertical-rl;
}`;

/** What no template changes. */
export const FIXED: string = `p {
  widows: 2;
  orphans: 2;
}
h1, h2, h3, h4, h5, h6 {
  text-wrap: balance;
}
.cover-page {
  text-align: center;
  text-indent: 0;
}
.cover {
  max-width: 100%;
  max-height: 100vh;
}
.title-page {
  margin-block: 3em 2em;
}
.title-page .fact {
  display: inline-block;
  text-indent: 0;
}
.source-fact {
  text-indent: 0;
  text-align: start;
}
a {
  overflow-wrap: anywhere;
  color: inherit;
}
nav a {
  text-decoration: none;
}
.formula {
  text-indent: 0;
  text-align: center;
  margin-block: 0.6em;
  padding-block: 0.3em;
  overflow: auto hidden;
}
.overline {
  border-top: 0.06em solid;
  padding-top: 0.1em;
}
.boxed {
  border: 0.06em solid;
  padding: 0.2em;
}
math {
  writing-mode: horizontal-tb;
}
mtd[columnalign="left"] {
  text-align: left;
}
mtd[columnalign="right"] {
  text-align: right;
}
em:lang(en) {
  font-style: italic;
}
rt {
  font-size: 0.5em;
}
.zhuyin {
  -webkit-ruby-position: inter-character;
  ruby-position: inter-character;
}
u {
  text-decoration: underline;
  text-decoration-skip-ink: none;
  -webkit-text-underline-position: under;
  text-underline-position: under left;
}
u.wavy {
  -webkit-text-decoration-style: wavy;
  text-decoration-style: wavy;
}
u.next {
  margin-inline-start: 0.125em;
}
.warichu {
  font-size: 0.6em;
}
.warichu.bare::before {
  content: "\\FF08";
}
.warichu.bare::after {
  content: "\\FF09";
}
.note-mark {
  font-size: 0.75em;
  line-height: 1;
  vertical-align: super;
  color: inherit;
  text-decoration: none;
}
.note-number {
  margin-inline-end: 0.25em;
  color: inherit;
  text-decoration: none;
}
:not(.note) + .note {
  margin-block-start: 2em;
  border-block-start: 1px solid;
}
.run-in {
  text-indent: 2em;
}
.run-in > * {
  display: inline;
  margin: 0;
  font-size: 1em;
  line-height: inherit;
}
ul, ol {
  margin: 0;
  padding-inline-start: 2em;
}
.labelled {
  list-style: none;
}
.labelled > .list-item:first-child > .label:first-child {
  display: inline-block;
  min-width: 2em;
  margin-inline-start: -2em;
  text-indent: 0;
}
.signature {
  break-before: avoid;
  page-break-before: avoid;
}
.verse > p + p {
  margin-block-start: 1em;
}
.code {
  padding: 0.6em;
  background: rgba(128, 128, 128, 0.1);
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  hyphens: none;
  text-autospace: no-autospace;
  text-spacing-trim: space-all;
}
hr.scene-break {
  inline-size: 6em;
  margin-inline: auto;
  border: 0;
  border-block-start: 1px solid;
}
figure {
  margin: 1em 0;
  text-align: center;
  break-inside: avoid;
  page-break-inside: avoid;
}
.picture {
  max-width: 100%;
  max-height: 95vh;
  width: auto;
  height: auto;
}
.inline-picture {
  max-width: 100%;
  max-height: 1.5em;
  width: auto;
  height: auto;
  vertical-align: middle;
}
.missing-picture {
  border: 1px dashed;
  text-indent: 0;
}
p.missing-picture {
  padding: 0.5em;
  text-align: center;
}
.table {
  margin-block: 1em;
  overflow-x: auto;
}
table {
  margin: 0 auto;
  border-collapse: collapse;
  border-block: 2px solid;
}
thead {
  border-block-end: 1px solid;
}
th, td {
  font-variant-numeric: tabular-nums;
  padding: 0.35em 0.5em;
  vertical-align: middle;
}
.align-start {
  text-align: start;
}
.align-center {
  text-align: center;
}
.align-end {
  text-align: end;
}
ul.index-list {
  margin: 0;
  padding: 0;
  list-style: none;
}
.index-head {
  break-after: avoid;
  page-break-after: avoid;
}
nav ol {
  padding: 0;
  list-style: none;
}
nav a {
  display: block;
  color: inherit;
  text-decoration: none;
}`;

/** Tables with a line around every cell, over the three lines that they have otherwise. */
export const GRID_TABLES: string = `table, th, td {
  border: 1px solid;
}`;
