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
  return { field, first: options[0]?.value, isNone: data?.issuers.length === 0 }
}
