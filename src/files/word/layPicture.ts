import { AlignmentType, ImageRun, Paragraph } from 'docx'
import sharp from 'sharp'
import type { Picture } from '../../contract/pictures/picture.ts'
import { pictureSvg } from './pictureSvg.ts'

/** The width of the text block in pixels of Word, 96 an inch. */
const WIDTH = 589

/** Dots of the picture for each of its pixels on the page, so that it prints sharply. */
const DENSITY = 2

/** Lays a picture out over the width of the text. */
export async function layPicture(picture: Picture): Promise<Paragraph> {
  const svg = Buffer.from(pictureSvg(picture))
  const data = await sharp(svg, { density: 72 * DENSITY })
    .png({ palette: true })
    .toBuffer()
  const height = Math.round((picture.height / picture.width) * WIDTH)
  const name = '图'
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepLines: true,
    children: [
      new ImageRun({
        type: 'png',
        data,
        transformation: { width: WIDTH, height },
        altText: { name, title: name, description: picture.description },
      }),
    ],
  })
}
