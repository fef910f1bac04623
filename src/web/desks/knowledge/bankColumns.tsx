import { Button } from 'antd'
import { printAnswer, questionKinds } from '../../../domain/campaign/exam/question.ts'
import type { Column } from '../../kit/table/column.ts'
import type { BankQuestion } from './knowledgeTypes.ts'

interface Acts {
  readonly onEdit: (question: BankQuestion) => void
  readonly onRetire: (question: BankQuestion) => void
}

/** Columns of the question bank. */
export function bankColumns({ onEdit, onRetire }: Acts): readonly Column<BankQuestion>[] {
  return [
    {
      id: 'stem',
      title: '题干',
      width: 420,
      value: question => question.stem,
      search: true,
      onCard: 'title',
    },
    { id: 'kind', title: '题型', width: 90, value: question => questionKinds[question.kind], filter: true },
    { id: 'topic', title: '主题', width: 130, value: question => question.topic, filter: true, search: true },
    {
      id: 'answer',
      title: '答案',
      width: 80,
      value: answerOf,
      show: question => <span translate="no">{answerOf(question)}</span>,
      onCard: 'figure',
    },
    { id: 'papers', title: '用过的卷', width: 100, kind: 'number', value: question => question.papers },
    {
      id: 'retired',
      title: '状态',
      width: 80,
      value: ({ retired, voided }) => (voided !== undefined ? '作废' : retired ? '停用' : '在用'),
      filter: true,
    },
    {
      id: 'acts',
      title: '操作',
      width: 150,
      value: () => undefined,
      sort: false,
      show: question => (
        <>
          <Button size="small" type="link" onClick={() => onEdit(question)}>
            修改
          </Button>
          <Button size="small" type="link" onClick={() => onRetire(question)}>
            {question.retired ? '恢复' : '停用'}
          </Button>
        </>
      ),
    },
  ]
}

function answerOf(question: BankQuestion): string {
  return printAnswer(question, question.answer)
}
