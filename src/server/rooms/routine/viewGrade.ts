import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { schemeOfYear } from '../../office/roster/schemeOfYear.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'

type OwnGrade = Answered<'GET /api/years/:year/units/:unit/grade'>

/** Shows the routine grade of a unit from the result released to units. (三（二）1) */
export async function viewGrade({
  context,
  params: { year, unit },
}: Served<'GET /api/years/:year/units/:unit/grade'>): Promise<OwnGrade | Refusal> {
  const scheme = await schemeOfYear(context.db, year)
  if (isRefusal(scheme)) return scheme
  const sealed = await outcomesOf(context.db).released(year)
  if (sealed?.scheme === undefined) return { released: false, grades: [] }
  const { components } = sealed.scheme
  return {
    released: true,
    grades: sealed.inputs.facts.gradings.flatMap(grading => {
      const component =
        grading.unit === unit ? components.find(one => one.id === grading.component) : undefined
      const method = component?.methods.find(one => one.kind === 'quotaGrading')
      if (component === undefined || method === undefined) return []
      const gradeName = method.grades.find(one => one.id === grading.grade)?.name ?? grading.grade
      const { id, name } = component
      return [
        {
          component: id,
          name,
          citation: method.citation,
          gradeName,
          reason: grading.reason,
        },
      ]
    }),
  }
}
