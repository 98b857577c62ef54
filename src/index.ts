// The public API and nothing else. Importing it does nothing: no file is read, no renderer loaded.
export {
  type Conversion,
  type ConvertOptions,
  convert,
  type ExportOptions,
  type PlainExportOptions,
  render,
  renderDocx,
  renderEpub,
  renderPdf,
} from './convert.js';
export {
  ConversionError,
  type Diagnostic,
  formatHint,
  formatMessage,
  type MessageLanguage,
  type MessageValues,
} from './diagnostics.js';
export {
  type CoverageReport,
  coverage,
  type FaceReport,
  listFaces,
  type TextCoverage,
} from './font-report.js';
export { bundledFaces } from './fonts/index.js';
export type { InspectedBlock, InspectedImage, InspectedInline } from './inspected-blocks.js';
export {
  type InspectedDiagnostic,
  type InspectedNote,
  type InspectedPart,
  type Inspection,
  inspect,
  inspectDiagnostic,
} from './inspection.js';
export * from './model/index.js';
export type { NumberingPolicy } from './numbering/index.js';
export { type Reading, type ReadOptions, readArticle } from './read-article.js';
export type { OutputFormat, Rendering, RenderOptions } from './renderers/index.js';
export {
  listTemplates,
  loadTemplate,
  makeStyleSheet,
  nearestName,
  type StyleOptions,
  type StyleSheet,
  type Template,
  templatePath,
} from './style/index.js';
