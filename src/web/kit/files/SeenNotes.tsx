import { fileAddress } from './fileAddress.ts'
import { FilePicture } from './FilePicture.tsx'
import type { Uploaded } from './sendFile.ts'

type Seen = Pick<Uploaded, 'seenBefore' | 'seenElsewhere' | 'similar' | 'similarElsewhere'>
type Place = Uploaded['seenBefore'][number]

/** Says where a file, or a picture like it, is already attached, and to who chooses it what to consider. */
export function SeenNotes({
  of: { seenBefore, seenElsewhere, similar, similarElsewhere },
  isChosen = false,
}: {
  readonly of: Seen
  readonly isChosen?: boolean
}) {
  return (
    <>
      {seenBefore.length > 0 && (
        <span className="file-note">
          同一个文件已附在：{describePlaces(seenBefore)}。{isChosen && '请确认可以再用。'}
        </span>
      )}
      {seenBefore.length === 0 && seenElsewhere && (
        <span className="file-note">同一个文件已被别的单位用过{isChosen && '，请确认没有选错'}。</span>
      )}
      {similar.length > 0 && (
        <span className="file-note">
          与已附的图片很像：{describePlaces(similar)}。{isChosen && '如是另一次活动，可以照用。'}
          <span className="file-alike">
            {similar.slice(0, 3).map(place => (
              <FilePicture key={place.file} type="jpg" sources={[fileAddress(place.file, place, true)]} />
            ))}
          </span>
        </span>
      )}
      {similar.length === 0 && similarElsewhere && (
        <span className="file-note">与别的单位用过的一张图片很像{isChosen && '，请确认没有选错'}。</span>
      )}
    </>
  )
}

function describePlaces(places: readonly Place[]): string {
  const told = [...new Set(places.map(({ unitName, year, what }) => `${unitName}${year}年度${what}`))]
  return told.length > 3 ? `${told.slice(0, 3).join('、')}等 ${told.length} 处` : told.join('、')
}
