import { Button } from 'antd'
import { useState } from 'react'
import type { CallAnswer } from '../../../client/call.ts'
import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { BackLink } from '../../../kit/BackLink.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Column } from '../../../kit/table/column.ts'
import { MendLink } from '../MendLink.tsx'
import { DecideForm } from './DecideForm.tsx'

type Matters = CallAnswer<'GET /api/years/:year/matters'>
type Decided = CallAnswer<'GET /api/years/:year/facts'>['facts'][number]

/** A matter that the committee has to decide. */
export type Matter = Matters['matters'][number]

const KINDS: { readonly [K in Matter['decide']]: string } = {
  bands: '名次段',
  place: '并列',
  score: '缺分',
  noFaults: '台账没有记录',
  look: '请核对',
}

/** Lists what the rules leave to the committee, each with a small form for the decision, and the decisions made so far. (五（三）, R9, R11, R19) */
export function DecisionsPage() {
  const { year } = useYear()
  return (
    <AnsweredPage title="研究事项" of={useAnswer('GET /api/years/:year/matters', { params: { year } })}>
      {of => <Shown year={year!} of={of} />}
    </AnsweredPage>
  )
}

function Shown({ year, of: { matters, mayDecide } }: { readonly year: number; readonly of: Matters }) {
  const may = useMay()
  const [deciding, setDeciding] = useState<Matter>()
  const decides = may('recordFacts') && mayDecide
  return (
    <>
      <PageHead
        title="研究事项"
        state={
          mayDecide
            ? `${matters.length === 0 ? '' : `有${matters.length}项须研究决定。`}决定写明由谁作出和理由，计入得分、排名和留痕。`
            : '结果已经封存，不能再作决定；要改须先更正。'
        }
        actions={<BackLink to={`/${year}/seals`}>返回封存与审定</BackLink>}
      />
      <DataTable
        id="matters"
        label="须研究决定的事项"
        rows={matters}
        columns={columnsFor(decides ? setDeciding : undefined)}
        rowKey={row => row.id}
        search="单位名称或拼音首字母"
        unit="项"
        empty={<EmptyState title="没有须研究决定的事项" what="名次段、并列和缺分都已经明确。" />}
      />
      <h2>已作的决定</h2>
      <DecidedList year={year} decides={decides} />
      {deciding !== undefined && (
        <DecideForm year={year} matter={deciding} onClose={() => setDeciding(undefined)} />
      )}
    </>
  )
}

function columnsFor(onDecide: ((matter: Matter) => void) | undefined): readonly Column<Matter>[] {
  return [
    { id: 'kind', title: '事项', width: 110, value: row => KINDS[row.decide], filter: true },
    { id: 'text', title: '情况', width: 520, value: row => row.text, search: true, onCard: 'title' },
    { id: 'citation', title: '依据', width: 110, value: row => row.citation },
    {
      id: 'act',
      title: '办理',
      width: 170,
      value: () => undefined,
      sort: false,
      show: row => (
        <span className="buttons">
          {onDecide !== undefined && row.decide !== 'look' && (
            <Button size="small" onClick={() => onDecide(row)}>
              {row.decide === 'noFaults' ? '登记没有缺席' : '决定'}
            </Button>
          )}
          {row.mend !== undefined && <MendLink to={row.mend} />}
        </span>
      ),
    },
  ]
}

function DecidedList({ year, decides }: { readonly year: number; readonly decides: boolean }) {
  const answer = useAnswer('GET /api/years/:year/facts', { params: { year }, query: { kind: 'decisions' } })
  const act = useAct('POST /api/years/:year/facts/:fact/withdraw', { done: '决定已撤回' })
  const [taking, setTaking] = useState<Decided>()
  return (
    <Answered of={answer}>
      {({ facts }) => (
        <>
          {facts.length === 0 && <p>还没有作过决定。</p>}
          <ul className="line-list bare-list">
            {facts.map(fact => (
              <li key={fact.id}>
                <span>
                  {fact.sentence}
                  <span className="soft-line">
                    {fact.enteredBy}于{printDay(fact.enteredAt)}录入
                  </span>
                </span>
                {decides && (
                  <Button size="small" onClick={() => setTaking(fact)}>
                    撤回
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <ReasonModal
            open={taking !== undefined}
            title="撤回决定"
            what={taking?.sentence}
            confirm="撤回"
            danger
            act={act}
            run={reason => {
              const { id: fact, revision } = facts.find(({ id }) => id === taking!.id) ?? taking!
              return act.run({ params: { year, fact }, body: { revision, reason } })
            }}
            onClose={() => setTaking(undefined)}
          />
        </>
      )}
    </Answered>
  )
}
