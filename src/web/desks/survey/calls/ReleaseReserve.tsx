import { reserveFields } from '../../../../contract/survey/surveyFields.ts'
import { useAct } from '../../../client/useAct.ts'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import type { SurveyProps } from '../surveyTypes.ts'
import type { QuotaRow } from './QuotaPart.tsx'

interface Props extends SurveyProps {
  readonly row: QuotaRow
  readonly onClose: () => void
}

/** Releases reserve numbers of a unit and group in the order in which they were drawn. */
export function ReleaseReserve({ year, survey, row, onClose }: Props) {
  const act = useAct('POST /api/years/:year/surveys/:survey/reserve', {
    done: ({ released }) => `启用了${released}个备用号码`,
  })
  const form = useForm(reserveFields, {
    start: { take: Math.min(row.reserve, Math.max(1, row.wanted - row.answers)) },
    acts: [act],
    refusedAt: { reserveSpent: 'take' },
    send: sent =>
      act.run({ params: { year, survey: survey.id }, body: { unit: row.unit, group: row.group, ...sent } }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={`启用备用号码：${row.unitName}，${row.groupName}`}
      confirm="启用"
      what={<p>还有{row.reserve}个。按抽出的先后启用，不能挑选。</p>}
      onClose={onClose}
    />
  )
}
