import { useUploads } from '../../kit/files/useUploads.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { UploadBox } from '../../kit/UploadBox.tsx'

interface Props {
  readonly busy: boolean
  readonly onSent: (slides: { readonly file: string; readonly name: string }) => void
}

/** Uploads slides, pptx or PDF. */
export function SlidesUpload({ busy, onSent }: Props) {
  const uploads = useUploads(({ file, name }) => onSent({ file, name }))
  const failed = uploads.list.find(one => one.refused !== undefined)
  return (
    <>
      <RefusedNotice error={failed?.refused} />
      <UploadBox
        accept={['.pptx', '.pdf']}
        megabytes={20}
        what="演示文稿"
        busy={uploads.busy || busy}
        onFile={file => {
          if (failed !== undefined) uploads.remove(failed)
          uploads.add([file])
        }}
      />
    </>
  )
}
