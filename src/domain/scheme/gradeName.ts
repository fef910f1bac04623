import type { Scheme } from './scheme.ts'

/** 等次的名称, as the ruling on overall grades names it; the id itself where it does not. (R12) */
export function gradeName(scheme: Scheme, id: string): string {
  for (const ruling of scheme.rulings) {
    if (ruling.topic !== 'overallGrades') continue
    const name = ruling.answer?.grades.find(grade => grade.id === id)?.name
    if (name !== undefined) return name
  }
  return id
}
