import { Button } from 'antd'
import type { Column } from '../../kit/table/column.ts'
import type { Paper } from './knowledgeTypes.ts'

const STATES = { made: '未参加', started: '作答中', submitted: '已交', void: '已作废' } as const

interface Acts {
  readonly onKey: (paper: Paper) => void
  readonly onVoid: (paper: Paper) => void
}

/** Columns of the paper list, with the actions on a paper for those who run the test. */
export function paperColumns(acts: Acts | undefined): readonly Column<Paper>[] {
  const columns: readonly Column<Paper>[] = [
    {
      id: 'unit',
      title: '单位',
      width: 220,
      value: paper => paper.unitName,
      search: true,
      filter: true,
      onCard: 'title',
    },
    { id: 'seat', title: '卷号', width: 80, kind: 'number', value: paper => paper.seat },
    { id: 'person', title: '姓名', width: 100, value: paper => paper.person, search: true },
    { id: 'state', title: '状态', width: 100, value: stateOf, filter: true },
    { id: 'medium', title: '方式', width: 90, value: mediumOf },
    {
      id: 'right',
      title: '答对',
      width: 100,
      kind: 'text',
      value: paper => (paper.right === undefined ? undefined : `${paper.right}/${paper.of}`),
      onCard: 'figure',
    },
    {
      id: 'passed',
      title: '结果',
      width: 90,
      value: paper => (paper.passed === undefined ? undefined : paper.passed ? '合格' : '不合格'),
      filter: true,
    },
  ]
  if (acts === undefined) return columns
  const show = (paper: Paper) => <PaperActs paper={paper} acts={acts} />
  return [...columns, { id: 'acts', title: '操作', width: 190, value: () => undefined, sort: false, show }]
}

function stateOf({ state, keyedBy, late }: Paper): string {
  if (state === 'submitted' && late) return '已交（补交）'
  return state === 'made' && keyedBy !== undefined ? '待第二次录入' : STATES[state]
}

function mediumOf({ medium }: Paper): string | undefined {
  return medium === undefined ? undefined : medium === 'phone' ? '手机' : '纸质'
}

function PaperActs({ paper, acts }: { readonly paper: Paper; readonly acts: Acts }) {
  return (
    <>
      {paper.state === 'made' && (
        <Button size="small" type="link" onClick={() => acts.onKey(paper)}>
          录入纸质卷
        </Button>
      )}
      {paper.state !== 'void' && (
        <Button size="small" type="link" onClick={() => acts.onVoid(paper)}>
          作废
        </Button>
      )}
    </>
  )
}
