export { article, dateline, infoSource, infoSourceRole, type Article, type InfoSource } from "./article.ts";
export { body, bodyFigure, embed, figure, link, span, table, tableRow, textBlock } from "./body.ts";
export type { Body, Embed, Figure, Span, Table, TableRow, TextBlock } from "./body.ts";
export { canonicalJson } from "./canonical-json.ts";
export { deskFilter, queueFilter, type QueueFilter } from "./desk/desk-filter.ts";
export { deskStateNames, isLater, waitingStates, type DeskStateName } from "./desk/desk-states.ts";
export { mendedProblems, openProblems, type ReviewedStory } from "./desk/open-problems.ts";
export { reviewOf } from "./desk/review-of.ts";
export { review, type Decision, type Review, type Said, type Settlement } from "./desk/review.ts";
export { sourcesApart } from "./desk/sources-apart.ts";
export { storyDocumentsOf, type StoryDocument } from "./desk/story-documents.ts";
export * from "./document-id.ts";
export { contentSchemas, documentSchemas, isContentType } from "./documents.ts";
export type { ContentDocument, ContentType, CopydeskDocument } from "./documents.ts";
export { evidence, type Evidence } from "./evidence.ts";
export { fieldMeta, typeMeta, type FieldMeta, type SanityShape, type TypeMeta } from "./field-meta.ts";
export { imageAsset, localizedText, person, place } from "./fields.ts";
export type { LocalizedText, Person, Place } from "./fields.ts";
export { newsImage, type NewsImage } from "./image.ts";
export {
  importRecord,
  type HistoryEntry,
  type ImportRecord,
  type RecordedIdentity,
} from "./import-record.ts";
export { importRun, type ImportRun } from "./import-run.ts";
export { isUnsure } from "./is-unsure.ts";
export {
  leftOutPiece,
  leftOutReasons,
  readLeftOut,
  type LeftOutPiece,
  type LeftOutReason,
} from "./left-out.ts";
export { directionOf, languageTag, textDirection, type TextDirection } from "./language.ts";
export { learnedShape, outletHabit, type LearnedShape, type OutletHabit } from "./outlet/learned-shape.ts";
export { lineRole, type LineRole } from "./outlet/line-role.ts";
export { outletProfile, type OutletProfile } from "./outlet/outlet-profile.ts";
export { taughtRule, type TaughtRule } from "./outlet/taught-rule.ts";
export { toldLine, type ToldLine } from "./outlet/told-line.ts";
export { appendStep, formatPath, keyedMember, parsePath, valueAt, type Path, type PathStep } from "./path.ts";
export { groupOfProblem } from "./desk/problem-groups.ts";
export { keyOfPair, problem, type Problem } from "./problem.ts";
export { pictureShapes, type PictureShape } from "./picture-shapes.ts";
export { isDayAlone, publicationTime } from "./publication-time.ts";
export {
  openQualityChecks,
  problemOfCheck,
  qualityChecks,
  qualityCodes,
  type QualityCheck,
} from "./quality.ts";
export { referenceStrength } from "./reference-strength.ts";
export { referencedIds } from "./referenced-ids.ts";
export { textsIn } from "./texts-in.ts";
export { suggestion, type Suggestion } from "./suggestion.ts";
export { readSnapshot, type Snapshot } from "./snapshot.ts";
export { source, sourceKind, sourceName, type Source, type SourceName } from "./source.ts";
