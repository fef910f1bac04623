import { textField } from '../shape/field.ts'

/** Fields of a seal. */
export const sealFields = { note: textField('说明（可不填）', { max: 2000, lines: 3, optional: true }) }

/** Fields of the approval of a seal. */
export const approvalFields = {
  opinion: textField('意见（可不填）', { max: 2000, lines: 3, optional: true }),
}
