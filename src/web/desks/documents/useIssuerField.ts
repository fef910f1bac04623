import { choiceField } from '../../../contract/shape/field.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import type { Issuer } from './documentTypes.ts'

/** Returns the field for the issuing body, with those registered, and whether there is none. */
export function useIssuerField() {
  const { data } = useAnswer('GET /api/documents/issuers', {})
  const issuers: readonly Issuer[] = data?.issuers ?? []
  const options = issuers.map(({ id, names, word, last }) => ({
    value: id,
    label: `${names.join('、')}（${word}，已编到${last}号）`,
  }))
  const field = choiceField('发文机关', {
    look: 'search',
    options,
    lacks: '请选择发文机关。',
    empty: '还没有登记发文机关，请先到“公文—发文机关”登记',
  })
  // Where several are registered, the only one that issued something this year; else somebody chooses.
  const used = issuers.length === 1 ? issuers : issuers.filter(({ last }) => last > 0)
  const first = used.length === 1 ? used[0]!.id : ''
  const lastOf = (issuer: string) => issuers.find(({ id }) => id === issuer)?.last ?? 0
  return { field, first, lastOf, isNone: data?.issuers.length === 0 }
}
