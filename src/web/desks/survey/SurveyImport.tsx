import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import type { CallAnswer, RouteName } from '../../client/call.ts'
import type { Act } from '../../client/useAct.ts'
import { NoticeList } from '../../kit/lists/NoticeList.tsx'
import { RefusedRows } from '../../kit/lists/RefusedRows.tsx'
import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import './survey.css'

type Part = CallAnswer<'POST /api/years/:year/surveys/:survey/frame'>

interface Props {
  readonly of: Part
  /** What was read: 样本框. */
  readonly what: string
  /** Nothing may be imported while a row is refused. */
  readonly whole?: boolean
  readonly keep: Pick<Act<RouteName>, 'busy' | 'refused'>
  readonly drop: Pick<Act<RouteName>, 'busy' | 'refused'>
  readonly onKeep: () => void
  readonly onDrop: () => void
  readonly children?: ReactNode
}

/** Shows a file that is being read, or what was read, to be kept or dropped. */
export function SurveyImport({ of, what, whole = false, keep, drop, onKeep, onDrop, children }: Props) {
  if (of.state === 'reading')
    return (
      <>
        <ProgressLine
          label={`正在读取${of.file}`}
          done={of.progress}
          total={1}
          said={`${Math.round(of.progress * 100)}%`}
        />
        <p className="soft">在后台读取，可以离开这一页，回来再看。</p>
      </>
    )
  const isHeld = of.accepted === 0 || (whole && of.refused > 0)
  return (
    <section aria-label={`读好的${what}`}>
      <p role="status">
        <span translate="no">{of.file}</span>：共<strong>{of.rows}</strong>行，可导入
        <strong>{of.accepted}</strong>
        行，退回<strong className={of.refused > 0 ? 'bad' : undefined}>{of.refused}</strong>行
      </p>
      <NoticeList of={of.notices} open />
      {of.refusedRows.length < of.refused && (
        <p className="soft">下面是前{of.refusedRows.length}行退回的。</p>
      )}
      <RefusedRows of={of.refusedRows} />
      {children}
      <RefusedNotice error={keep.refused ?? drop.refused} />
      <div className="buttons-level frame-acts">
        {!isHeld && (
          <Button type="primary" loading={keep.busy} onClick={onKeep}>
            {`导入${of.refused > 0 ? '通过的' : '全部'}${of.accepted}行`}
          </Button>
        )}
        <Button loading={drop.busy} onClick={onDrop}>
          不要这个文件
        </Button>
        {isHeld && (
          <span className="soft">
            {of.accepted === 0 ? '没有可以导入的行' : '有退回的行，不能导入'}
            ：点“不要这个文件”，改好后再选一次。
          </span>
        )}
      </div>
    </section>
  )
}

const EVERY_MS = 1500

/** Reads the imports again and again as long as one is being read, or a sample drawn. */
export function useReadingOn({
  data,
  refetch,
}: {
  readonly data?:
    | { readonly imports: readonly Pick<Part, 'state'>[]; readonly drawing?: number | undefined }
    | undefined
  readonly refetch: () => Promise<unknown>
}): void {
  const isReading =
    data?.drawing !== undefined || (data?.imports.some(one => one.state === 'reading') ?? false)
  useEffect(() => {
    if (!isReading) return
    const timer = setInterval(() => void refetch(), EVERY_MS)
    return () => clearInterval(timer)
  }, [isReading, refetch])
}
