import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useGranted, useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { useWithSealed } from '../year/useWithSealed.ts'
import { TestForm } from './TestForm.tsx'
import type { Column } from '../../kit/table/column.ts'
import type { Test } from './knowledgeTypes.ts'
import './knowledge.css'

/** Columns of the test list. */
const testColumns: readonly Column<Test>[] = [
  { id: 'name', title: '测试', width: 240, value: test => test.name, onCard: 'title' },
  { id: 'quarter', title: '季度', width: 90, value: test => printQuarter(test.quarter) },
  {
    id: 'state',
    title: '状态',
    width: 90,
    value: test => (test.state === 'open' ? '进行中' : '已结束'),
    onCard: 'figure',
  },
  { id: 'units', title: '单位数', width: 90, kind: 'number', value: test => test.units },
  { id: 'papers', title: '试卷数', width: 90, kind: 'number', value: test => test.papers },
  { id: 'submitted', title: '已交', width: 80, kind: 'number', value: test => test.submitted },
  { id: 'failed', title: '不合格', width: 90, kind: 'number', value: test => test.failed },
  { id: 'minutes', title: '限时', width: 90, value: test => `${test.minutes}分钟` },
]

/** Lists the knowledge tests (知识测试) of the year, one per quarter. (四（二）) */
export function TestsPage() {
  const { year } = useYear()
  const may = useMay()
  const withSealed = useWithSealed()
  // Also after the seal, when tests are held no more.
  const isHolder = useGranted()('holdExams')
  const [opening, setOpening] = useState(false)
  const of = useAnswer('GET /api/years/:year/tests', { params: { year } })
  return (
    <AnsweredPage title="知识测试" of={of}>
      {({ tests, bank }) => {
        const total = bank.single + bank.multiple + bank.judge
        return (
          <>
            <PageHead
              title="知识测试"
              state={withSealed(
                isHolder
                  ? `题库有${total}道题可用：单选${bank.single}，多选${bank.multiple}，判断${bank.judge}`
                  : undefined,
              )}
              actions={
                <>
                  {may('editQuestions') && <LinkButton to={`/${year}/questions`}>题库</LinkButton>}
                  {may('holdExams') && tests.length < 4 && (
                    <Button type="primary" onClick={() => setOpening(true)}>
                      组织测试
                    </Button>
                  )}
                </>
              }
            />
            <DataTable
              id="tests"
              label="知识测试"
              height="whole"
              unit="次测试"
              rows={tests}
              columns={testColumns}
              rowKey={test => test.id}
              rowLink={test => `/${year}/tests/${test.id}`}
              empty={
                <EmptyState
                  title="本年度还没有知识测试"
                  what={
                    isHolder
                      ? '每季度核查时可组织一次：从题库组卷，按抽中的党员发答题条，用手机或纸质卷作答。'
                      : '核查组组织测试后，本单位的参加人数和合格情况列在这里。'
                  }
                />
              }
            />
            {opening && (
              <TestForm
                year={year!}
                taken={tests.map(test => test.quarter)}
                bank={bank}
                onClose={() => setOpening(false)}
              />
            )}
          </>
        )
      }}
    </AnsweredPage>
  )
}
