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

/** Content of a scheme as stored, sent and edited: file shape (points as decimals) with every list written out. */
export type SchemeDocument = Omit<SchemeFile, Lists> & { [K in Lists]-?: Exclude<SchemeFile[K], undefined> }

/** A component in file shape. */
export type ComponentPart = SchemeDocument['components'][number]
/** A method in file shape. */
export type MethodPart = ComponentPart['methods'][number]
/** A rubric in file shape. */
export type RubricPart = SchemeDocument['rubrics'][number]
/** A row in file shape. */
export type RowPart = RubricPart['rows'][number]
/** A rule in file shape. */
export type RulePart = RowPart['rules'][number]
/** A ruling in file shape. */
export type RulingPart = SchemeDocument['rulings'][number]
/** The answer to a topic in file shape. */
export type AnswerPart<T extends RulingTopic> = NonNullable<Extract<RulingPart, { topic: T }>['answer']>
/** A consequence in file shape. */
export type ConsequencePart = SchemeDocument['consequences'][number]

/** Adds the lists that a file left out because the institution does not use them. */
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

/** Adds up the points of rows; a row that starts at zero counts with its cap where the bases alone do not make `full`. */
export function sumOfRows(rows: readonly Pick<RowPart, 'base' | 'cap'>[], full: number): number {
  const add = (pointsOf: (row: Pick<RowPart, 'base' | 'cap'>) => number): number =>
    rows.reduce((total, row) => total + Math.round(pointsOf(row) * 1000), 0) / 1000
  const [bases, marks] = [add(row => row.base ?? 0), add(row => row.base || (row.cap ?? 0))]
  return marks === full || bases === 0 ? marks : bases
}
