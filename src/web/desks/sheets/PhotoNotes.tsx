import { fileAddress } from '../../kit/files/fileAddress.ts'
import { FilePicture } from '../../kit/files/FilePicture.tsx'
import { SeenNotes } from '../../kit/files/SeenNotes.tsx'
import type { Sheet } from './sheetTypes.ts'

/** Lists the photos of a sheet that were used elsewhere, whole or nearly, and those not compared yet or damaged. */
export function PhotoNotes({ year, of }: { readonly year: number; readonly of: Sheet }) {
  const waiting = of.photoNotes.filter(note => note.look === 'waiting').length
  const noted = of.photoNotes.filter(note => note.look !== 'waiting')
  if (of.photoNotes.length === 0) return null
  return (
    <>
      <h2>照片比对</h2>
      {waiting > 0 && <p className="soft">还有{waiting}张照片正在比对，几分钟内完成。</p>}
      <ul className="file-list bare">
        {noted.map(note => (
          <li key={note.file} className="file-row">
            <FilePicture type="jpg" sources={[fileAddress(note.file, { year, unit: of.unit }, true)]} />
            <span className="file-words">
              {note.look === 'damaged' && (
                <span className="file-note">这张照片的内容已损坏，打不开；请向核查人员核实。</span>
              )}
              <SeenNotes of={note} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
