import type { FileKind } from '../../../../contract/files/fileKinds.ts'

const ENDING = /\.[\p{L}\p{N}]{1,5}$/u

/** Corrects the extension of a name that does not match the content; at most 255 characters. */
export function endingOf(name: string, type: FileKind): string {
  const said = ENDING.exec(name)?.[0].toLowerCase()
  if (said === `.${type}` || (type === 'jpg' && said === '.jpeg'))
    return name.length <= 255 ? name : shorten(name, said)
  const known =
    said !== undefined &&
    /^\.(pdf|ofd|docx?|xlsx?|pptx?|jpe?g|png|heic|heif|webp|gif|bmp|txt|zip|exe|html?|svg)$/.test(said)
  return shorten(`${known ? name.slice(0, -said.length) : name}.${type}`, `.${type}`)
}

function shorten(name: string, ending: string): string {
  return name.length <= 255 ? name : `${name.slice(0, 255 - ending.length).toWellFormed()}${ending}`
}
