import { Button } from 'antd'
import { GoLink } from '../../kit/GoLink.tsx'
import type { KindCount, OpenKind } from './documentTypes.ts'

/** Names the button that drafts, with how many that makes. */
function draftName({ per }: KindCount, open: number): string {
  if (per === 'year' || open === 1) return '起草'
  return `${per === 'unit' ? '起草全部单位' : '起草全部'}（${open}份）`
}

interface Props {
  readonly year: number
  readonly one: KindCount
  /** What can be drafted; unknown while it is read. */
  readonly open: OpenKind | undefined
  readonly busy: boolean
  readonly onDraft: () => void
  readonly onIssue: () => void
  readonly onCorrect: () => void
  readonly onPack: () => void
}

/** Offers what can be done with a kind of document; where nothing can be drafted, says what is missing and leads there. */
export function KindActs({ year, one, open, busy, onDraft, onIssue, onCorrect, onPack }: Props) {
  const mayDraft = open !== undefined && open.whyNot === undefined && (one.per === 'year' || open.open > 0)
  return (
    <>
      {open?.whyNot !== undefined && (
        <>
          <div className="soft">{open.whyNot}</div>
          {open.source && (
            <div>
              <GoLink to={`/${year}/${open.source.page}`}>前往“{open.source.name}”</GoLink>
            </div>
          )}
        </>
      )}
      <div className="buttons">
        {mayDraft && (
          <Button size="small" loading={busy} onClick={onDraft}>
            {draftName(one, open.open)}
          </Button>
        )}
        {open?.whyNot === undefined && one.drafts > 1 && (
          <Button size="small" onClick={onIssue}>
            印发全部草稿
          </Button>
        )}
        {open?.whyNot === undefined && one.outdated > 0 && (
          <Button size="small" danger onClick={onCorrect}>
            起草更正{one.outdated}份
          </Button>
        )}
        {one.issued > 1 && (
          <Button size="small" loading={busy} onClick={onPack}>
            打包下载
          </Button>
        )}
      </div>
    </>
  )
}
