import { printDay } from '../printDay.ts'
import type { ChosenFile } from './FileBox.tsx'
import { fileAddress, type FilesAt, ownFileAddress } from './fileAddress.ts'
import { FilePicture } from './FilePicture.tsx'
import { printSize } from './fileText.ts'
import { SeenNotes } from './SeenNotes.tsx'
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
        {seen !== undefined && <SeenNotes of={seen} isChosen />}
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
