import { useNavigate } from '@tanstack/react-router'
import { remedyFields } from '../../../../contract/ledger/ledgerFields.ts'
import { choiceField, unitField } from '../../../../contract/shape/field.ts'
import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { FormFields } from '../../../kit/form/FormFields.tsx'
import { InlineForm } from '../../../kit/form/InlineForm.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { useOwnUnit } from '../useOwnUnit.ts'

/** Adds an item: a unit adds what it found itself; the committee adds one for a chosen unit. */
export function NewRemedy({ year }: { readonly year: number }) {
  const own = useOwnUnit()
  const may = useMay()
  const chooses = own === undefined && may('closeLedgerPeriod')
  const back = <LinkButton to={`/${year}/remedies`}>返回清单</LinkButton>
  return (
    <>
      <PageHead
        title={chooses ? '列入一项问题' : '列入一项自查'}
        state={
          chooses
            ? '列入后，由该单位填写措施、进展和佐证。'
            : '平时自查发现的问题，写明打算怎样改、何时改完。'
        }
        actions={back}
      />
      {own === undefined && !chooses ? (
        <EmptyState title="这里只能为本单位列入" what="请用本单位的账号登录后列入。" next={back} />
      ) : (
        <RemedyForm year={year} own={own} />
      )}
    </>
  )
}

function RemedyForm({ year, own }: { readonly year: number; readonly own: string | undefined }) {
  const navigate = useNavigate()
  const { data } = useAnswer('GET /api/years/:year/ledger/terms', { params: { year } })
  const roster = useAnswer('GET /api/years/:year/roster', { params: { year } }, { when: own === undefined })
  const act = useAct('POST /api/years/:year/units/:unit/remedies', { done: '已列入' })
  const rows = (data?.rows ?? []).map(row => ({ value: row.row, label: `${row.citation} ${row.title}` }))
  const fields = {
    unit: unitField('单位', { units: roster.data?.units ?? [], lacks: '请选择单位。' }),
    ...remedyFields,
    row: choiceField('涉及评分细则的哪一行（可不填）', {
      look: 'search',
      options: rows,
      none: '',
      optional: true,
    }),
    measure: { ...remedyFields.measure, label: '措施（可以后填）' },
    deadline: { ...remedyFields.deadline, label: '期限（可不填）' },
  }
  const form = useForm(fields, {
    keep: `remedy.${year}.${own ?? ''}`,
    hidden: () => (own === undefined ? [] : ['unit']),
    acts: [act],
    send: ({ unit, ...body }) => act.run({ params: { year, unit: own ?? unit }, body }),
    after: () => navigate({ to: `/${year}/remedies` }),
  })
  return (
    <InlineForm form={form} className="entry-form" confirm="列入" noticeBelow foot="entry-send buttons-level">
      <FormFields of={form} only={['unit', 'problem', 'row', 'measure', 'deadline']} />
    </InlineForm>
  )
}
