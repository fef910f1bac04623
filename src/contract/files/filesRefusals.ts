import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the files says no: a permanent code, and the Chinese sentence of its values. */
export const filesRefusals = {
  attachmentEmpty: ({ name }: { name: string }) => `“${name}”是空文件，没有收下；请重新导出或拍照后再上传`,
  fileKindRefused: ({ name, found }: { name: string; found: string }) =>
    `“${name}”按内容看是${found}，没有收下；请上传 PDF、OFD、Word（docx）、Excel（xlsx）、演示文稿（pptx）或 JPG、PNG 图片，其他材料请先转成 PDF`,
  fileHeic: ({ name }: { name: string }) =>
    `“${name}”是 HEIC 照片，多数办公电脑打不开，没有收下；苹果手机请在“设置→相机→格式”中选“兼容性最佳”再拍，其他手机请关闭相机的“高效存储”，已有的照片请先导出为 JPG`,
  fileOldOffice: ({ name }: { name: string }) =>
    `“${name}”是旧版或加密的 Office 文件，没有收下；请去掉密码，另存为 docx、xlsx 或 pptx 后再上传`,
  fileNeedsPassword: ({ name }: { name: string }) =>
    `“${name}”：这份 PDF 要口令才能打开，核查时打不开，没有收下；请去掉口令后再上传`,
  fileDamaged: ({ name, why }: { name: string; why: string }) =>
    `“${name}”不完整或已损坏（${why}），没有收下；请确认在本机能打开，再重新上传`,
  fileUnsafe: ({ name, why }: { name: string; why: string }) =>
    `“${name}”可能有害（${why}），没有收下；请用 Office、WPS 或打印功能重新导出一份再上传`,
  fileHasMacros: ({ name }: { name: string }) =>
    `“${name}”带有宏，没有收下；请另存为不带宏的 docx、xlsx 或 pptx，或导出为 PDF 后再上传`,
  filePixels: ({
    name,
    width,
    height,
    megapixels,
  }: {
    name: string
    width: number
    height: number
    megapixels: number
  }) =>
    `“${name}”有 ${width}×${height} 像素，超过 ${megapixels} 百万像素的上限，没有收下；请用普通分辨率重拍，或缩小后再上传`,
  fileUnknown: ({ name }: { name: string }) =>
    `附件“${name}”不是您上传的，或搁置过久已被清理，没有保存；请重新上传这个文件后再提交`,
  filesAway: () => '存放附件的地方暂时连不上，没有保存；请稍候重试，仍不行请联系系统管理员',
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof filesRefusals> {}
}
