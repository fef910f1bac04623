import { useState } from 'react'
import { printPoints } from '../../../../domain/kernel/points.ts'
import type { WorkRow } from '../keep/phoneDatabase.ts'
import { KeptText } from './KeptText.tsx'
import { PhotoStrip } from './PhotoStrip.tsx'
import { RowKnown } from './RowKnown.tsx'
import { RuleControl } from './RuleControl.tsx'
import type { Sheet } from './useSheet.ts'

/** Shows one row of a sheet: what is known of it, its two answers, and its rules once something is found. */
export function RowCard({ row, sheet }: { readonly row: WorkRow; readonly sheet: Sheet }) {
  const { draft, photos, score, edit } = sheet
  const found = draft.findings.filter(one => one.row === row.id)
  const note = draft.rowNotes[row.id] ?? ''
  const pictures = photos.filter(photo => photo.row === row.id)
  const [isOpen, setOpen] = useState(false)
  const isClean = draft.clean.includes(row.id)
  const isLocked = draft.stage.kind === 'waiting'
  const isShown = isOpen || found.length > 0 || note !== '' || pictures.length > 0
  const points = score.rows.get(row.id)
  const state = found.length > 0 ? 'found' : isClean ? 'clean' : 'open'
  return (
    <article className={`row row-${state}`} aria-labelledby={`row-${row.id}`}>
      <h3 id={`row-${row.id}`}>
        <span>
          {row.id} {row.title}
        </span>
        <span className="row-points">
          {points === undefined ? '' : `${printPoints(points.points)} / `}
          {row.base.toFixed(2)}分
        </span>
      </h3>
      <RowKnown row={row} sheet={sheet} />
      {found.length === 0 && (
        <div className="answers">
          <button
            type="button"
            className="key answer"
            aria-pressed={isClean}
            disabled={isLocked}
            onClick={() => {
              void edit({ do: 'clean', rows: [row.id], isClean: !isClean })
              setOpen(false)
            }}
          >
            {isClean ? '✓ 未发现问题' : '未发现问题'}
          </button>
          <button
            type="button"
            className="key answer quiet"
            aria-expanded={isShown}
            disabled={isLocked}
            onClick={() => setOpen(!isOpen)}
          >
            发现问题
          </button>
        </div>
      )}
      {isShown && (
        <fieldset className="rules" disabled={isLocked}>
          <legend className="only-aloud">{row.title}的评分标准</legend>
          {row.rules.map(rule => (
            <RuleControl key={rule.id} row={row} rule={rule} sheet={sheet} />
          ))}
          <KeptText label="说明" value={note} onChange={text => edit({ do: 'rowNote', row: row.id, text })} />
          <PhotoStrip draft={draft} row={row.id} photos={pictures} />
        </fieldset>
      )}
    </article>
  )
}
