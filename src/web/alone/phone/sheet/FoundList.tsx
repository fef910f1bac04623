import { printPoints } from '../../../../domain/kernel/points.ts'
import { sizeOf } from '../draft/toFindings.ts'
import { Picture } from './Picture.tsx'
import type { Sheet } from './useSheet.ts'

/** Shows all that is signed: the findings with their reasons, the notes of every row, and the photos. */
export function FoundList({ sheet }: { readonly sheet: Sheet }) {
  const { draft, photos, rubric } = sheet
  const rows = rubric.rows.filter(
    ({ id }) =>
      draft.findings.some(({ row }) => row === id) ||
      draft.rowNotes[id] !== undefined ||
      photos.some(({ row }) => row === id),
  )
  return (
    <>
      {draft.findings.length === 0 && <p className="empty">没有发现问题。</p>}
      <ul className="found-list">
        {rows.map(row => (
          <li key={row.id}>
            <FoundRow row={row} sheet={sheet} />
          </li>
        ))}
      </ul>
      {photos.length > 0 && (
        <p className="soft">共附照片{new Set(photos.map(({ hash }) => hash)).size}张，点开可以放大。</p>
      )}
    </>
  )
}

function FoundRow({
  row,
  sheet: { draft, photos },
}: {
  readonly row: Sheet['rubric']['rows'][number]
  readonly sheet: Sheet
}) {
  const found = draft.findings.filter(finding => finding.row === row.id)
  const pictures = photos.filter(photo => photo.row === row.id)
  const note = draft.rowNotes[row.id]
  return (
    <>
      <strong>{row.id}</strong>{' '}
      {found.length === 0 && `${row.title}，${draft.clean.includes(row.id) ? '未发现问题' : '没有记问题'}`}
      {found.map(finding => {
        const rule = row.rules.find(one => one.id === finding.rule)
        const level = rule?.levels?.find(one => one.id === finding.level)
        const multiplier = rule?.multipliers?.find(one => one.id === finding.multiplier)
        return (
          <p key={finding.id}>
            {rule?.text}
            {finding.amount !== undefined && `，${printPoints(finding.amount)}分`}
            {level !== undefined && `，${level.name}`}
            {multiplier !== undefined && `，${multiplier.name}`}
            {rule?.once === false && finding.amount === undefined && `，${sizeOf(finding)}${rule.unitWord}`}
            {finding.note !== '' && <span className="soft">（{finding.note}）</span>}
          </p>
        )
      })}
      {note !== undefined && <p className="soft">说明：{note}</p>}
      {pictures.length > 0 && (
        <ul className="strip">
          {pictures.map((photo, at) => (
            <li key={photo.id}>
              <Picture photo={photo} name={`${row.id}第${at + 1}张照片`} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
