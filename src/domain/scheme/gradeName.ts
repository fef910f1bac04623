import type { Scheme } from './scheme.ts'

/** Returns the name of a grade (等次的名称) from the ruling on overall grades, or its id if it has none there. (R12) */
export function gradeName(scheme: Scheme, id: string): string {
  for (const ruling of scheme.rulings) {
    if (ruling.topic !== 'overallGrades') continue
    const name = ruling.answer?.grades.find(grade => grade.id === id)?.name
    if (name !== undefined) return name
  }
  return id
}
