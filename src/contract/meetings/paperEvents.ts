/** Chinese sentences for the events of paper sheets. */
export const paperEvents = {
  paperPrinted: ({ name, voterClass, sheets }: { name: string; voterClass: string; sheets: number }) =>
    `“${name}”印制${voterClass}纸质票${sheets}张`,
  paperSheetEntered: ({ name, sheet, what }: { name: string; sheet: string; what: string }) =>
    `“${name}”${sheet}：${what}`,
  paperScanned: ({ name, pages, sheets }: { name: string; pages: number; sheets: number }) =>
    `“${name}”从图片读入纸质票${pages}页，新增${sheets}张`,
  paperSheetRemoved: ({ name, sheet, reason }: { name: string; sheet: string; reason: string }) =>
    `“${name}”删去${sheet}的录入：${reason}`,
  paperPicturesDestroyed: ({ name, pictures }: { name: string; pictures: number }) =>
    `“${name}”的票面图片${pictures}张已销毁`,
} as const
