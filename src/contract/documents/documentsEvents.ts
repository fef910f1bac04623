/** Chinese sentences for the events of documents. */
export const documentsEvents = {
  documentsDrafted: ({ name, count }: { name: string; count: number }) => `起草“${name}”${count}份`,
  documentsDrafting: ({ name, count }: { name: string; count: number }) => `开始起草“${name}”${count}份`,
  documentRedrafted: ({ title }: { title: string }) => `修改文件草稿“${title}”`,
  documentDropped: ({ title }: { title: string }) => `删除文件草稿“${title}”`,
  documentIssued: ({
    number,
    title,
    seal,
    hash,
  }: {
    number: string
    title: string
    seal: number | null
    hash: string
  }) => `印发${number}“${title}”，${seal === null ? '' : `依据第${seal}次封存，`}文件指纹${hash}`,
  documentCorrected: ({ number, reason }: { number: string; reason: string }) =>
    `更正${number}，理由：${reason}`,
  documentReceived: ({ number, receiver, day }: { number: string; receiver: string; day: string }) =>
    `登记${number}的回执：${receiver}，${day}收到`,
  documentsIssuing: ({ name, count }: { name: string; count: number }) => `开始印发“${name}”${count}份`,
  documentsPacked: ({ name, count }: { name: string; count: number }) => `打包下载“${name}”${count}份`,
  templateKept: ({ name, version, file }: { name: string; version: number; file: string }) =>
    `“${name}”换用模板第${version}版：${file}`,
  issuerKept: ({ names, word }: { names: string; word: string }) => `登记发文机关${names}，代字“${word}”`,
}
