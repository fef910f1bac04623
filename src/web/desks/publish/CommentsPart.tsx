import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { isUnread } from '../../../contract/publish/commentColumns.ts'
import { commentProblemFields, replyFields, withholdFields } from '../../../contract/publish/publishFields.ts'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { Answered } from '../../kit/Answered.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { usePagedList } from '../../kit/table/usePagedList.ts'
import { commentLooks, CommentText } from './commentLooks.tsx'
import type { Comment } from './publishTypes.ts'

const REFRESH = ['GET /api/years/:year/comments', 'GET /api/years/:year/publication'] as const

interface Asking {
  readonly act: 'withhold' | 'reply' | 'problem' | 'destroy'
  readonly of: Comment
}

/** Lists the comments: the office reads, shows and withholds them, a unit replies. */
export function CommentsPart({
  year,
  isWithdrawn,
}: {
  readonly year: number
  readonly isWithdrawn: boolean
}) {
  const may = useMay()
  const [asking, setAsking] = useState<Asking>()
  const show = useAct('POST /api/years/:year/comments/:comment/show', {
    done: isWithdrawn ? '留言已通过，公示重新发布后显示' : '留言已显示',
    refresh: [...REFRESH],
  })
  const { run, busy } = show
  const moderates = may('moderateComments')
  const columns = useMemo(
    () =>
      commentLooks(
        year,
        moderates,
        !moderates && !may('replyComments')
          ? undefined
          : row => {
              if (row.standing === 'destroyed' || (row.standing === 'withheld' && !moderates)) return null
              const ask = (act: Asking['act']) => () => setAsking({ act, of: row })
              return (
                <span className="buttons-level">
                  {moderates && (row.standing !== 'shown' || isUnread(row)) && (
                    <Button
                      size="small"
                      loading={busy}
                      onClick={() =>
                        void run({ params: { year, comment: row.id }, body: { revision: row.revision } })
                      }
                    >
                      {row.standing === 'shown' ? '保留' : '显示'}
                    </Button>
                  )}
                  {moderates && row.standing !== 'withheld' && (
                    <Button size="small" onClick={ask('withhold')}>
                      隐藏
                    </Button>
                  )}
                  {may('replyComments') && row.standing !== 'withheld' && row.wrote !== '' && (
                    <Button size="small" onClick={ask('reply')}>
                      {row.reply === undefined ? '答复' : '改答复'}
                    </Button>
                  )}
                  {moderates && row.standing === 'withheld' && (
                    <Button size="small" danger onClick={ask('destroy')}>
                      销毁
                    </Button>
                  )}
                </span>
              )
            },
        may('draftProblems') ? of => setAsking({ act: 'problem', of }) : undefined,
      ),
    [may, moderates, run, busy, year],
  )
  const { first, list } = usePagedList(
    'GET /api/years/:year/comments',
    { params: { year } },
    { id: 'publicComments', columns, rowsOf },
  )
  const close = () => setAsking(undefined)
  // As it is now, and not as it was when the window was opened.
  const asked = list.rows.find(row => row.id === asking?.of.id) ?? asking?.of
  return (
    <section aria-label="留言">
      <h2>留言</h2>
      <RefusedNotice error={show.refused} />
      <Answered of={first}>
        {() => (
          <DataTable
            id="publicComments"
            label="公示留言"
            rows={list.rows}
            paged={list}
            columns={columns}
            rowKey={row => row.id}
            search="单位、留言或留言人"
            unit="条"
            empty={
              <EmptyState
                title="还没有留言"
                what="群众在公示页写的留言，和登记的书面、电话留言，都列在这里。"
                next={<span />}
              />
            }
          />
        )}
      </Answered>
      {asked && asking?.act === 'withhold' && <Withhold year={year} of={asked} onClose={close} />}
      {asked && asking?.act === 'reply' && (
        <Reply year={year} of={asked} isWithdrawn={isWithdrawn} onClose={close} />
      )}
      {asked && asking?.act === 'problem' && <MakeProblem year={year} of={asked} onClose={close} />}
      {asked && asking?.act === 'destroy' && <Destroy year={year} of={asked} onClose={close} />}
    </section>
  )
}

interface Props {
  readonly year: number
  readonly of: Comment
  readonly onClose: () => void
}

function Withhold({ year, of, onClose }: Props) {
  const act = useAct('POST /api/years/:year/comments/:comment/withhold', {
    done: '留言已隐藏',
    refresh: [...REFRESH],
  })
  const form = useForm(withholdFields, {
    acts: [act],
    send: sent => act.run({ params: { year, comment: of.id }, body: { ...sent, revision: of.revision } }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={`${of.unitName}：隐藏留言`}
      confirm="隐藏"
      what={
        <>
          <p>公示页在原处写明已隐藏和理由；原文留给审计查看。</p>
          <CommentText of={of.wrote} />
        </>
      }
      onClose={onClose}
    />
  )
}

function Reply({ year, of, isWithdrawn, onClose }: Props & { readonly isWithdrawn: boolean }) {
  const act = useAct('POST /api/years/:year/comments/:comment/reply', {
    done: of.standing === 'shown' && !isWithdrawn ? '答复已发布' : '答复已保存，留言显示时一并发布',
    refresh: [...REFRESH],
  })
  const form = useForm(replyFields, {
    start: { reply: of.reply ?? '' },
    acts: [act],
    send: sent => act.run({ params: { year, comment: of.id }, body: { ...sent, revision: of.revision } }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={`${of.unitName}：答复留言`}
      confirm="答复"
      what={<CommentText of={of.wrote} />}
      onClose={onClose}
    />
  )
}

function MakeProblem({ year, of, onClose }: Props) {
  const act = useAct('POST /api/years/:year/comments/:comment/problem', {
    done: '已列入问题清单，待审核后下发',
    refresh: ['GET /api/years/:year/comments', 'GET /api/years/:year/problems'],
  })
  const form = useForm(commentProblemFields, {
    acts: [act],
    refusedAt: { commentProblemPersonal: 'text' },
    send: sent => act.run({ params: { year, comment: of.id }, body: { ...sent, revision: of.revision } }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={`${of.unitName}：列入问题清单`}
      confirm="列入"
      what={<CommentText of={of.wrote} />}
      onClose={onClose}
    />
  )
}

function Destroy({ year, of, onClose }: Props) {
  const act = useAct('POST /api/years/:year/comments/:comment/destroy', {
    done: '留言内容已销毁',
    refresh: [...REFRESH],
  })
  return (
    <ReasonModal
      open
      title={`${of.unitName}：销毁留言内容`}
      what={
        <>
          <p>内容永久删除，不能恢复；只留下标记、理由和原文指纹。用于含有他人个人信息、不得保存的留言。</p>
          <CommentText of={of.wrote} />
        </>
      }
      confirm="销毁"
      danger
      act={act}
      onClose={onClose}
      run={reason => act.run({ params: { year, comment: of.id }, body: { reason, revision: of.revision } })}
    />
  )
}

function rowsOf({ comments }: { readonly comments: readonly Comment[] }): readonly Comment[] {
  return comments
}
