import { mediumNames } from '../../../contract/meetings/ballotFields.ts'
import { useAct } from '../../client/useAct.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { ownField } from '../../kit/form/formValues.ts'
import { useForm } from '../../kit/form/useForm.ts'
import { IssuedTable, type IssuedLine } from './IssuedTable.tsx'
import type { Ballots, StepProps } from './meetingTypes.ts'

/** Enters how many slips and sheets were handed out, given back and spoilt, by class. */
export function IssuedForm({ year, meeting, ballots }: StepProps & { readonly ballots: Ballots }) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/ballots/issued', { done: '发放情况已登记' })
  const lines: readonly IssuedLine[] = ballots.issued.map(one => ({
    ...one,
    name: `${meeting.classes.find(({ id }) => id === one.voterClass)?.name ?? ''}${mediumNames[one.medium]}`,
  }))
  const fields = {
    lines: ownField<readonly IssuedLine[]>({
      label: '票的发放（张）',
      start: lines,
      show: ({ value, onChange }) => <IssuedTable lines={value} onChange={onChange} />,
    }),
  }
  const form = useForm(fields, {
    acts: [act],
    send: sent =>
      act.run({
        params: { year, meeting: meeting.id },
        body: {
          issued: (sent.lines as readonly IssuedLine[]).map(
            ({ voterClass, medium, handedOut, givenBack, spoilt }) => ({
              voterClass,
              medium,
              handedOut,
              givenBack,
              spoilt,
            }),
          ),
        },
      }),
  })
  if (lines.length === 0) return null
  return <InlineForm form={form} className="issued-form" label="票的发放" confirm="登记发放情况" quiet />
}
