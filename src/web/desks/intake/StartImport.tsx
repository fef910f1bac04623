import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { UploadBox } from '../../kit/UploadBox.tsx'
import { useSendFile } from './useSendFile.ts'
import { WorkbookButtons } from './WorkbookButtons.tsx'

/** Starts an import: offers a workbook to fill in and takes the completed one. */
export function StartImport({ year }: { readonly year: number }) {
  const { send, busy, refused } = useSendFile(year)
  return (
    <div className="import-start">
      <section aria-labelledby="import-fill">
        <h2 id="import-fill">下载填报工作簿</h2>
        <p className="soft">填好后在这里上传；由本系统导出的事实，改过之后也可以再导入。</p>
        <WorkbookButtons year={year} />
      </section>
      <section aria-labelledby="import-send">
        <h2 id="import-send">导入文件</h2>
        <RefusedNotice error={refused} />
        <UploadBox
          accept={['.xlsx', '.json', '.yaml']}
          megabytes={100}
          what="填好的文件"
          busy={busy}
          onFile={file => void send(file)}
        />
        <p className="soft">先预览，再提交：提交之前，名册和事实都不变。</p>
      </section>
    </div>
  )
}
