import { Button, Form, Select } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../client/SessionContext.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { LongText } from '../../../kit/LongText.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { useDraft } from '../../../kit/useDraft.ts'
import { DayField } from '../../../kit/DayField.tsx'
import { UnitSelect } from '../../../kit/UnitSelect.tsx'
import { useOwnUnit } from '../useOwnUnit.ts'

interface Typed {
  readonly unit: string
  readonly problem: string
  readonly row: string
  readonly measure: string
  readonly deadline: string
}

const blank: Typed = { unit: '', problem: '', row: '', measure: '', deadline: '' }

/** 列入一项: a unit what it found itself; the committee, for a unit that it chooses. */
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
  const terms = useAnswer('GET /api/years/:year/ledger/terms', { params: { year } })
  const roster = useAnswer('GET /api/years/:year/roster', { params: { year } }, { when: own === undefined })
  const draft = useDraft<Typed>(`remedy.${year}.${own ?? ''}`, blank)
  const act = useAct('POST /api/years/:year/units/:unit/remedies', { done: '已列入' })
  const [asked, setAsked] = useState(false)
  const { value, change } = draft
  const unit = own ?? value.unit
  const isMissing = asked && value.problem.trim() === ''

  async function add() {
    setAsked(true)
    if (value.problem.trim() === '' || unit === '') return
    const { row, deadline } = value
    const body = {
      problem: value.problem.trim(),
      measure: value.measure.trim(),
      ...(row !== '' && { row }),
      ...(deadline !== '' && { deadline }),
    }
    if ((await act.run({ params: { year, unit }, body })) === undefined) return
    draft.drop()
    await navigate({ to: `/${year}/remedies` })
  }

  return (
    <Form layout="vertical" className="entry-form" onFinish={() => void add()}>
      {own === undefined && (
        <Form.Item
          label="单位"
          htmlFor="remedy-unit"
          required
          {...(asked && unit === '' && { validateStatus: 'error' as const, help: '请选择单位。' })}
        >
          <UnitSelect
            id="remedy-unit"
            units={roster.data?.units ?? []}
            value={value.unit}
            onChange={chosen => change({ unit: chosen })}
          />
        </Form.Item>
      )}
      <Form.Item
        label="问题"
        htmlFor="remedy-problem"
        required
        {...(isMissing && { validateStatus: 'error' as const, help: '请写明发现了什么问题。' })}
      >
        <LongText id="remedy-problem" value={value.problem} onChange={problem => change({ problem })} />
      </Form.Item>
      <Form.Item label="涉及评分细则的哪一行（可不填）" htmlFor="remedy-row">
        <Select
          id="remedy-row"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={value.row === '' ? null : value.row}
          onChange={row => change({ row: row ?? '' })}
          options={(terms.data?.rows ?? []).map(row => ({
            value: row.row,
            label: `${row.citation} ${row.title}`,
          }))}
        />
      </Form.Item>
      <Form.Item label="措施（可以后填）" htmlFor="remedy-measure">
        <LongText id="remedy-measure" value={value.measure} onChange={measure => change({ measure })} />
      </Form.Item>
      <Form.Item label="期限（可不填）" htmlFor="remedy-deadline">
        <DayField id="remedy-deadline" value={value.deadline} onChange={deadline => change({ deadline })} />
      </Form.Item>
      <RefusedNotice error={act.refused} />
      <div className="entry-send">
        <Button type="primary" htmlType="submit" loading={act.busy}>
          列入
        </Button>
      </div>
    </Form>
  )
}
