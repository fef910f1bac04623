import type { BallotForm } from '../../domain/campaign/ballot/ballotForm.ts'
import { toDecimal } from '../../domain/kernel/points.ts'

/** What a paper sheet needs to know of a ballot form. */
export type PaperForm = Pick<BallotForm, 'meeting' | 'marks' | 'full' | 'grades' | 'classes' | 'lines'>

/** How paper marks points: boxes in steps, or figures by hand, which are entered twice and never read. */
export type PaperStyle = 'boxes' | 'figures'

/** A point of a page, in millimetres from its upper left corner. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** One box of a row. `step` counts the grades from the best, or the tens of points from 0; `half` adds half a step. */
export interface PaperBox extends Place {
  readonly kind: 'step' | 'half'
  readonly step: number
  readonly label: string
}

/** One row of a page: a line of the form, its centre, and its boxes. */
export interface PaperRow {
  readonly line: number
  readonly y: number
  readonly boxes: readonly PaperBox[]
}

/** A page of the paper sheet, in millimetres of A4. The printed page and the reader both follow it. */
export interface PaperPage {
  readonly code: string
  readonly page: number
  readonly pages: number
  /** Where each group of rows begins: the head of its columns stands there. */
  readonly heads: readonly number[]
  readonly rows: readonly PaperRow[]
  /** Where the boxes begin; names end before it. */
  readonly boxesFrom: number
}

export const PAGE = { width: 210, height: 297 }
/** The corner marks: black squares, by their centres, clockwise from the upper left. */
export const CORNERS: readonly Place[] = [
  { x: 13, y: 13 },
  { x: 197, y: 13 },
  { x: 197, y: 284 },
  { x: 13, y: 284 },
]
export const CORNER_SIZE = 7
/** The bar at both ends of each row, by which the reader follows a bent page. */
export const BAR = { width: 4, height: 1.6, left: 13, right: 197 }
export const CODE = { x: 160, y: 10, size: 24 }
export const BOX_SIZE = 4.8
const ROWS_FROM = 53
const ROW_HEIGHT = 10.1
const HEAD_HEIGHT = 4.6
const ROWS_PER_HEAD = 5
const ROWS_PER_PAGE = 20
const BOXES_TO = 192
/** The steps of a sheet of points: ten whole ones, and half a step by a box of its own where that is a whole number. */
const STEPS = 10

/** The highest marks whose steps a voter can follow: 100 goes in fives, 20 and 10 in ones. */
const EVEN_FULLS = [10, 20, 100, 200, 1000]

/** Tells how paper may mark a form: points have boxes only where the steps are round. */
export function paperStyles(form: PaperForm): readonly PaperStyle[] {
  if (form.marks === 'grades') return ['boxes']
  return EVEN_FULLS.includes(toDecimal(form.full)) ? ['boxes', 'figures'] : ['figures']
}

/** Counts the pages of a sheet. */
export function countPages(form: PaperForm): number {
  return Math.max(1, Math.ceil(form.lines.length / ROWS_PER_PAGE))
}

/** The form code of a page: meeting, class and page. It is the same on every sheet, so it tells no voter. */
function pageCode(form: PaperForm, voterClass: string, page: number): string {
  const at = form.classes.findIndex(one => one.id === voterClass)
  const meeting = form.meeting.replaceAll('-', '').slice(0, 12).toUpperCase()
  return `P${meeting}${at.toString(36).toUpperCase()}${page.toString(36).toUpperCase()}`
}

/** What a form code says: the voter class and the page; `undefined` if it belongs to another meeting or is none. */
export function readPageCode(
  form: PaperForm,
  code: string,
): { readonly voterClass: string; readonly page: number } | undefined {
  for (const { id } of form.classes)
    for (let page = 1; page <= countPages(form); page++)
      if (pageCode(form, id, page) === code) return { voterClass: id, page }
  return undefined
}

/** Lays out one page of the sheet of a voter class. */
export function layOutPage(form: PaperForm, voterClass: string, page: number, style: PaperStyle): PaperPage {
  const from = (page - 1) * ROWS_PER_PAGE
  const count = Math.min(ROWS_PER_PAGE, form.lines.length - from)
  const columns = style === 'figures' ? [] : columnsOf(form)
  const rows: PaperRow[] = []
  const heads: number[] = []
  for (let at = 0; at < count; at++) {
    const group = Math.floor(at / ROWS_PER_HEAD)
    const top = ROWS_FROM + (group + 1) * HEAD_HEIGHT + at * ROW_HEIGHT
    if (at % ROWS_PER_HEAD === 0) heads.push(top - HEAD_HEIGHT)
    const y = top + ROW_HEIGHT / 2
    rows.push({ line: from + at, y, boxes: columns.map(column => ({ ...column, y })) })
  }
  return {
    code: pageCode(form, voterClass, page),
    page,
    pages: countPages(form),
    heads,
    rows,
    boxesFrom: columns.length === 0 ? BOXES_TO - 30 : columns[0]!.x - BOX_SIZE,
  }
}

/** The height of a row. */
export const ROW = ROW_HEIGHT

function columnsOf({ marks, grades, full }: PaperForm): Omit<PaperBox, 'y'>[] {
  if (marks === 'grades') {
    const pitch = Math.min(16, 80 / grades.length)
    return grades.map(({ name }, step) => ({
      kind: 'step',
      step,
      label: name,
      x: BOXES_TO - pitch * (grades.length - step - 0.5),
    }))
  }
  const pitch = 7
  const half = toDecimal(full) / STEPS / 2
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => ({
    kind: 'step' as const,
    step,
    label: String((toDecimal(full) / STEPS) * step),
    x: BOXES_TO - pitch * (STEPS - step + 2.3),
  }))
  return Number.isInteger(half)
    ? [...steps, { kind: 'half', step: 0, label: `+${half}`, x: BOXES_TO - pitch / 2 }]
    : steps
}
