import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { useParams } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { ItemList } from './ItemList.tsx'
import { KeyPaper } from './KeyPaper.tsx'
import type { Paper, TestDetail } from './knowledgeTypes.ts'
import { MakePapers } from './MakePapers.tsx'
import { paperColumns } from './paperColumns.tsx'
import { useWithSealed } from '../year/useWithSealed.ts'
import './knowledge.css'

/** Shows one test: its papers with results, and the statistics of each question. */
export function TestPage() {
  const { test = '' } = useParams({ strict: false }) as { readonly test?: string }
  const { year } = useYear()
  const of = useAnswer('GET /api/years/:year/tests/:test', { params: { year, test } })
  return (
    <AnsweredPage title="知识测试" of={of}>
      {detail => <Shown detail={detail} />}
    </AnsweredPage>
  )
}

function Shown({ detail: { test, papers, items } }: { readonly detail: TestDetail }) {
  const may = useMay()
  const withSealed = useWithSealed()
  const { modal } = App.useApp()
  const [making, setMaking] = useState(false)
  const [keying, setKeying] = useState<Paper>()
  const [voiding, setVoiding] = useState<Paper>()
  const params = { year: test.year, test: test.id }
  const close = useAct('POST /api/years/:year/tests/:test/close', { done: '测试已结束，成绩已记入年度' })
  const drop = useAct('POST /api/years/:year/tests/:test/papers/:paper/void', { done: '试卷已作废' })
  const holds = may('holdExams') && test.state === 'open'
  const columns = useMemo(
    () => paperColumns(holds ? { onKey: setKeying, onVoid: setVoiding } : undefined),
    [holds],
  )
  return (
    <>
      <PageHead
        title={test.name}
        state={withSealed(stateOf(test))}
        actions={
          holds && (
            <>
              <Button onClick={() => setMaking(true)}>制卷</Button>
              {papers.some(paper => paper.state === 'made') && (
                <LinkButton to={`/${test.year}/tests/${test.id}/slips`}>打印答题条和纸质卷</LinkButton>
              )}
              <Button
                type="primary"
                loading={close.busy}
                disabled={test.submitted === 0}
                title={test.submitted === 0 ? '还没有人交卷' : ''}
                onClick={() =>
                  void modal.confirm({
                    title: `结束“${test.name}”`,
                    content: '没有参加的试卷作废，各单位的参加人数和不合格人数记入年度，供核查人员参考。',
                    okText: '结束测试',
                    cancelText: '取消',
                    onOk: () => close.run({ params, body: {} }),
                  })
                }
              >
                结束测试
              </Button>
            </>
          )
        }
      />
      <RefusedNotice error={close.refused} />
      <DataTable
        id="papers"
        label="试卷"
        height={papers.length > 60 ? 'fill' : 'whole'}
        unit="份卷"
        rows={papers}
        columns={columns}
        rowKey={paper => paper.id}
        search="单位、姓名或拼音首字母"
        empty={
          <EmptyState
            title="还没有试卷"
            what={
              holds
                ? '按本季度抽中的党员制卷，每人一张答题条；也可以按单位和份数制卷。'
                : '制卷以后列在这里。'
            }
            next={
              holds && (
                <Button type="primary" onClick={() => setMaking(true)}>
                  制卷
                </Button>
              )
            }
          />
        }
      />
      {items.length > 0 && <ItemList items={items} />}
      {making && <MakePapers test={test} onClose={() => setMaking(false)} />}
      {keying !== undefined && <KeyPaper test={test} paper={keying} onClose={() => setKeying(undefined)} />}
      <ReasonModal
        open={voiding !== undefined}
        title={`作废${voiding?.unitName ?? ''}第${voiding?.seat ?? ''}号卷`}
        what="作废的卷不再计入，答题条随之失效。"
        confirm="作废"
        danger
        act={drop}
        onClose={() => setVoiding(undefined)}
        run={reason => drop.run({ params: { ...params, paper: voiding!.id }, body: { reason } })}
      />
    </>
  )
}

function stateOf(test: TestDetail['test']): string {
  const done = `已交${test.submitted}份，共${test.papers}份，不合格${test.failed}人`
  const grace = test.graceMinutes === 0 ? '到时未传到的不算' : `断网补交宽限${test.graceMinutes}分钟`
  return `${printQuarter(test.quarter)}，限时${test.minutes}分钟，${grace}，${test.passPercent}%以上合格；${done}；${test.state === 'open' ? '进行中' : '已结束'}`
}
