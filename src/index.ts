// The public API and nothing else. Importing it does nothing: no file is read, no renderer loaded.

export type { FontWeight } from './composer/index.js';
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
// From its own file: the declarations of the folder's index name types that a user of the package has not installed.
export { type BundledFace, bundledFaces } from './fonts/catalogue.js';
export type {
  InspectedBlock,
  InspectedCell,
  InspectedImage,
  InspectedInline,
  InspectedTable,
  WithText,
} from './inspected-blocks.js';
export {
  type InspectedDiagnostic,
  type InspectedNote,
  type InspectedPart,
  type Inspection,
  inspect,
  inspectDiagnostic,
} from './inspection.js';
export { checkSiteRules, findSiteRules, loadSiteRules, SITE_RULES_FILE } from './load-site-rules.js';
export * from './model/index.js';
export type { NumberingPolicy } from './numbering/index.js';
export {
  type FetchedImage,
  type FetchLimits,
  type FetchRefusal,
  type PublicImageFetcher,
  publicImageFetcher,
} from './pictures/index.js';
export { type Reading, type ReadOptions, readArticle } from './read-article.js';
export type { ImageFetcher, ImageLoader } from './readers/index.js';
export type {
  OutputFormat,
  PdfAttachment,
  PdfEncryption,
  PdfPermission,
  Rendering,
  RenderOptions,
  WordNumbers,
} from './renderers/index.js';
export { checkCover, checkReference } from './renderers/index.js';
export { convertScript, SCRIPTS, type Script } from './script/index.js';
export { sourceAttachment } from './source-attachment.js';
export {
  type FactReason,
  type HeadingReason,
  type HostRules,
  learnRecurring,
  type PageEdges,
  type RecurringLines,
  type RejectedSeries,
  type RemovedText,
  type SiteRules,
  type StructureReport,
} from './structure/index.js';
export {
  type AttributionField,
  type AttributionRules,
  type CaptionRules,
  type CharacterStyles,
  type CodeColors,
  type ColumnSetup,
  type ContentsRules,
  type EbookRules,
  type FontFamily,
  type FontSource,
  type IndexRules,
  type ListRules,
  type LoadedTemplate,
  listTemplates,
  loadTemplate,
  makeStyleSheet,
  nearestName,
  type PageNumberRules,
  type PageNumeral,
  type PageSetup,
  type ParagraphStyle,
  type Region,
  type RunningHead,
  resolveTemplate,
  type SettingRules,
  STYLE_NAMES,
  type StyleName,
  type StyleOptions,
  type StyleSheet,
  type TableRules,
  type Template,
  type TemplateFamily,
  type TemplateStyle,
  templatePath,
} from './style/index.js';
export { surveyPage } from './survey-page.js';
