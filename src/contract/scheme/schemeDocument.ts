import type { RulingTopic } from '../../domain/scheme/ruling.ts'
import type { SchemeFile } from './schemeSchema.ts'

type Lists =
  | 'cohorts'
  | 'timetable'
  | 'counters'
  | 'measures'
  | 'rubrics'
  | 'lists'
  | 'vetoes'
  | 'consequences'
  | 'annualGradeRules'
  | 'conversions'

/** 方案内容: a scheme as it is stored, sent and edited: the file's shape (points as decimals), every list written out. */
export type SchemeDocument = Omit<SchemeFile, Lists> & { [K in Lists]-?: Exclude<SchemeFile[K], undefined> }

/** 分项 in file shape. */
export type ComponentPart = SchemeDocument['components'][number]
/** 计分方法 in file shape. */
export type MethodPart = ComponentPart['methods'][number]
/** 评分细则 in file shape. */
export type RubricPart = SchemeDocument['rubrics'][number]
/** 行 in file shape. */
export type RowPart = RubricPart['rows'][number]
/** 规则 in file shape. */
export type RulePart = RowPart['rules'][number]
/** 口径 in file shape. */
export type RulingPart = SchemeDocument['rulings'][number]
/** 某一事项的答案 in file shape. */
export type AnswerPart<T extends RulingTopic> = NonNullable<Extract<RulingPart, { topic: T }>['answer']>
/** 结果运用 in file shape. */
export type ConsequencePart = SchemeDocument['consequences'][number]

/** 写出全部列表: a file may leave out what an institution does not have. */
export function withAllLists(file: SchemeFile): SchemeDocument {
  return {
    ...file,
    cohorts: file.cohorts ?? [],
    timetable: file.timetable ?? [],
    counters: file.counters ?? [],
    measures: file.measures ?? [],
    rubrics: file.rubrics ?? [],
    lists: file.lists ?? [],
    vetoes: file.vetoes ?? [],
    consequences: file.consequences ?? [],
    annualGradeRules: file.annualGradeRules ?? [],
    conversions: file.conversions ?? [],
  }
}
