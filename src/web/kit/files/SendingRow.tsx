import { printSize } from './fileText.ts'
import type { Sending } from './useUploads.ts'

interface Props {
  readonly of: Sending
  readonly onRetry: () => void
  readonly onRemove: () => void
}

/** Shows one file that is uploading or failed to upload. */
export function SendingRow({ of: { file, share, refused }, onRetry, onRemove }: Props) {
  const percent = Math.round((share ?? 0) * 100)
  const said = share === undefined ? '等待上传' : percent < 100 ? `已传 ${percent}%` : '正在检查'
  return (
    <li className="file-row">
      <span className="file-words">
        <span className="file-name" translate="no">
          {file.name}
        </span>
        {refused === undefined ? (
          <span className="file-progress">
            <progress max={100} value={percent} aria-label={`${file.name}的上传进度`} />
            <span className="soft">
              {said}，{printSize(file.size)}
            </span>
          </span>
        ) : (
          <span className="bad" role="alert" translate="no">
            {refused.message}
          </span>
        )}
      </span>
      <span className="file-acts">
        {refused?.isUncertain === true && (
          <button
            type="button"
            className="file-act"
            translate="no"
            aria-label={`重新上传${file.name}`}
            onClick={onRetry}
          >
            重试
          </button>
        )}
        <button
          type="button"
          translate="no"
          className="file-act"
          aria-label={`${refused === undefined ? '取消上传' : '移去'}${file.name}`}
          onClick={onRemove}
        >
          {refused === undefined ? '取消' : '移去'}
        </button>
      </span>
    </li>
  )
}
