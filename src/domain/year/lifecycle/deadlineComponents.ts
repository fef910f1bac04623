import type { DatedDeadline } from '../../scheme/listDeadlines.ts'
import type { Scheme } from '../../scheme/scheme.ts'

/** Lists the components of a deadline (时间节点所涉的分项): those that it is named after or whose clause it cites. */
export function deadlineComponents(
  { components }: Scheme,
  { id, citation }: Pick<DatedDeadline, 'id' | 'citation'>,
): readonly string[] {
  return components
    .filter(
      one =>
        one.id === id ||
        one.citation === citation ||
        one.methods.some(method => method.citation === citation),
    )
    .map(one => one.id)
}
