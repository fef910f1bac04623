import type { Mark, Paper } from './paperTypes.ts'

/** What a line of the keyboard entry says: a mark, nothing yet, or what is none. */
type Typed = { readonly mark: Mark } | 'open' | 'wrong'

type Form = Pick<Paper, 'marks' | 'full' | 'grades'>

/** Reads what was typed for a line: a grade by its number, points as they are, `-` for an abstention. */
export function readTyped(text: string, { marks, full, grades }: Form): Typed {
  const typed = text.trim()
  if (typed === '') return 'open'
  if (/^[-—－]$/.test(typed) || (marks === 'grades' && typed === '0')) return { mark: null }
  if (!/^\d{1,4}$/.test(typed)) return 'wrong'
  if (marks === 'points') return Number(typed) <= full ? { mark: Number(typed) } : 'wrong'
  const grade = grades[Number(typed) - 1]
  return grade === undefined ? 'wrong' : { mark: grade.id }
}

/** Writes a mark as it is typed. */
export function writeTyped(mark: Mark | undefined, { marks, grades }: Form): string {
  if (mark === undefined) return ''
  if (mark === null) return '-'
  return marks === 'points' ? String(mark) : String(grades.findIndex(({ id }) => id === mark) + 1)
}

/** Names a mark on screen. */
export function nameMark(mark: Mark, { marks, grades }: Form): string {
  if (mark === null) return '弃权'
  return marks === 'points' ? `${mark}分` : (grades.find(({ id }) => id === mark)?.name ?? String(mark))
}

/** Whether what was typed is whole, so that the next line follows by itself: one figure names a grade. */
export function isWhole(text: string, form: Form): boolean {
  return form.marks === 'grades' && form.grades.length < 10 && typeof readTyped(text, form) === 'object'
}

/** Says how lines are typed. */
export function entryHelp({ marks, full, grades }: Form): string {
  const how =
    marks === 'points'
      ? `输入0到${full}的分数，按回车到下一行`
      : `${grades.map(({ name }, at) => `${at + 1}＝${name}`).join('，')}；按一个数字即到下一行`
  return `${how}；没有填的、认不清的输入减号“-”，按弃权计；上下箭头换行。`
}
