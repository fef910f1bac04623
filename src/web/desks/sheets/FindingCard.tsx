import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { fileAddress } from '../../kit/files/fileAddress.ts'
import { FileList } from '../../kit/files/FileList.tsx'
import { findingStateNames } from '../../../contract/sheets/objectionColumns.ts'
import { describeCount } from './describeCount.ts'
import type { SheetFinding } from './sheetTypes.ts'

interface Props {
  readonly year: number
  readonly unit: string
  readonly of: SheetFinding
  /** the actions on it. */
  readonly children?: ReactNode
}

const RULINGS = { uphold: '维持', change: '改变', drop: '撤销' } as const

/** Shows a finding: its row and rule, count and cost, photos, the unit's reply and the decision. */
export function FindingCard({ year, unit, of, children }: Props) {
  const { reply, decision } = of
  return (
    <article className="finding" aria-label={`${of.row} ${of.ruleText}`}>
      <header className="finding-head">
        <span className="soft">{of.citation}</span>
        <strong className="finding-rule">{of.ruleText}</strong>
        <span className="finding-cost">
          {describeCount(of)}，{of.cost}
        </span>
        <span className={of.state === 'objected' ? 'soft unbroken urgent' : 'soft unbroken'}>
          {findingStateNames[of.state]}
        </span>
      </header>
      {of.note !== '' && <p className="finding-note">{of.note}</p>}
      <Photos at={{ year, unit }} photos={of.photos} />
      {reply !== undefined && (
        <div className="finding-said">
          <strong>
            {reply.stance === 'object'
              ? '单位的异议'
              : reply.stance === 'accept'
                ? '单位认可'
                : '没有答复，视为认可'}
          </strong>
          {reply.by !== undefined && reply.at !== undefined && (
            <span className="finding-soft soft">
              {reply.by}，<ChineseDate of={reply.at} />
            </span>
          )}
          {reply.reason !== '' && <p>{reply.reason}</p>}
          <FileList year={year} unit={unit} files={reply.files} />
        </div>
      )}
      {decision !== undefined && (
        <div className="finding-said">
          <strong>裁定：{RULINGS[decision.ruling]}</strong>
          <span className="finding-soft soft">
            {decision.by}，<ChineseDate of={decision.at} />
          </span>
          <p>{decision.reason}</p>
          {decision.before !== undefined && <p className="finding-soft soft">原来：{decision.before}</p>}
        </div>
      )}
      {children}
    </article>
  )
}

/** Shows inspection photos as thumbnails; each opens in place. */
export function Photos({
  at,
  photos,
}: {
  readonly at: { readonly year: number; readonly unit: string }
  readonly photos: readonly string[]
}) {
  const [shown, setShown] = useState<number>()
  if (photos.length === 0) return null
  return (
    <>
      <ul className="sheet-photos" aria-label="照片">
        {photos.map((photo, nth) => (
          <li key={photo}>
            <button type="button" aria-label={`查看照片${nth + 1}`} onClick={() => setShown(nth)}>
              <img src={fileAddress(photo, at, true)} alt={`照片${nth + 1}`} loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      <Modal
        open={shown !== undefined}
        title={`照片${(shown ?? 0) + 1}`}
        footer={null}
        width={960}
        onCancel={() => setShown(undefined)}
        destroyOnHidden
      >
        {shown !== undefined && (
          <img className="sheet-photo-large" src={fileAddress(photos[shown]!, at)} alt={`照片${shown + 1}`} />
        )}
      </Modal>
    </>
  )
}
