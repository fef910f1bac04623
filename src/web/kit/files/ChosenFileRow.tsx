import { printDay } from '../printDay.ts'
import type { ChosenFile } from './FileBox.tsx'
import { fileAddress, type FilesAt, ownFileAddress } from './fileAddress.ts'
import { FilePicture } from './FilePicture.tsx'
import { printSize } from './fileText.ts'
import type { Uploaded } from './sendFile.ts'

interface Props {
  readonly of: ChosenFile
  readonly seen: Uploaded | undefined
  readonly at: FilesAt | undefined
  readonly onRemove: () => void
}

/** Shows one uploaded file, and where it or a similar picture is already attached. Nothing is refused for that: a person decides. */
export function ChosenFileRow({ of: { file, name, size, type, takenOn }, seen, at, onRemove }: Props) {
  const sources = [ownFileAddress(file), ...(at === undefined ? [] : [fileAddress(file, at, true)])]
  return (
    <li className="file-row">
      <FilePicture type={type} sources={sources} />
      <span className="file-words">
        <span className="file-name" translate="no">
          {name}
        </span>
        <span className="soft">
          {printSize(size)}
          {takenOn === undefined ? '' : `，拍摄于${printDay(takenOn)}`}
        </span>
        {seen !== undefined && <SeenNotes of={seen} />}
      </span>
      <span className="file-acts">
        <button
          type="button"
          className="file-act"
          translate="no"
          aria-label={`移去${name}`}
          onClick={onRemove}
        >
          移去
        </button>
      </span>
    </li>
  )
}

type Place = Uploaded['seenBefore'][number]

function SeenNotes({
  of: { seenBefore, seenElsewhere, similar, similarElsewhere },
}: {
  readonly of: Uploaded
}) {
  return (
    <>
      {seenBefore.length > 0 && (
        <span className="file-note">同一个文件已附在：{describePlaces(seenBefore)}。请确认可以再用。</span>
      )}
      {seenBefore.length === 0 && seenElsewhere && (
        <span className="file-note">同一个文件已被别的单位用过，请确认没有选错。</span>
      )}
      {similar.length > 0 && (
        <span className="file-note">
          与已附的图片很像：{describePlaces(similar)}。如是另一次活动，可以照用。
          <span className="file-alike">
            {similar.slice(0, 3).map(place => (
              <FilePicture key={place.file} type="jpg" sources={[fileAddress(place.file, place, true)]} />
            ))}
          </span>
        </span>
      )}
      {similar.length === 0 && similarElsewhere && (
        <span className="file-note">与别的单位用过的一张图片很像，请确认没有选错。</span>
      )}
    </>
  )
}

function describePlaces(places: readonly Place[]): string {
  const told = [...new Set(places.map(({ unitName, year, what }) => `${unitName}${year}年度${what}`))]
  return told.length > 3 ? `${told.slice(0, 3).join('、')}等 ${told.length} 处` : told.join('、')
}
