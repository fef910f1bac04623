import sharp from 'sharp'
import { drawPaper } from '../../src/files/paper/drawPaper.ts'
import { findHomography, project } from '../../src/files/paper/homography.ts'
import {
  layOutPage,
  PAGE,
  type PaperBox,
  type PaperForm,
  type PaperPage,
  type Place,
} from '../../src/files/paper/paperLayout.ts'
import { greyAt, type Picture } from '../../src/files/paper/picture.ts'
import { dice } from '../../src/demo/dice.ts'

/** Numbers from 0 to 1 from a seed. */
export type Random = () => number

/** Returns random numbers that the seed alone decides. */
export function randomFrom(seed: number): Random {
  let count = 0
  const start = dice(seed, 0x9a9e4)
  return () => dice(start, count++) / 4294967296
}

/** How a made sheet is marked and photographed: 1 as the acceptance says, 2 at twice its values. */
export interface Hardness {
  readonly factor: 1 | 2
  /** Share of the sheets with a mark crossed out and a second one, and of those with an empty row. */
  readonly odd: number
}

/** A made picture of a page, and what a person would say of each row. */
export interface MadePage {
  readonly bytes: Uint8Array
  readonly voterClass: string
  readonly page: number
  /** The boxes meant, by row; `undefined` where a row is empty. */
  readonly meant: readonly (readonly PaperBox[] | undefined)[]
}

/** Pixels of a millimetre on the page that is marked, before it is photographed. */
const FINE = 8
/** Pixels of a millimetre at 150 dots an inch. */
const COARSE = 150 / 25.4

const drawn = new Map<string, Promise<Picture>>()

/** Makes a picture of one page of a sheet that a voter marked. */
export async function makePage(
  form: PaperForm,
  voterClass: string,
  page: number,
  seed: number,
  hardness: Hardness,
): Promise<MadePage> {
  const random = randomFrom(seed)
  const layout = layOutPage(form, voterClass, page, 'boxes')
  const { meant, strokes } = markRows(layout, random, hardness)
  const paper = await printPage(form, voterClass, page, layout.code)
  const marked = await drawStrokes(paper, strokes)
  fold(marked, random, hardness.factor)
  const photo = photograph(marked, random, hardness.factor)
  const blur = random() * 2 * hardness.factor
  const bytes = await sharp(photo.pixels, { raw: { width: photo.width, height: photo.height, channels: 1 } })
    .blur(Math.max(0.31, blur))
    .jpeg({ quality: hardness.factor === 1 ? 40 : 20 })
    .toBuffer()
  return { bytes, voterClass, page, meant }
}

function printPage(form: PaperForm, voterClass: string, page: number, code: string): Promise<Picture> {
  const key = `${code}${form.marks}${form.lines.length}`
  const known = drawn.get(key)
  if (known !== undefined) return known
  const svg = drawPaper(form, { title: '述职测评票', voterClass, page, style: 'boxes' })
  const made = sharp(Buffer.from(svg), { density: FINE * 25.4 })
    .resize(PAGE.width * FINE, PAGE.height * FINE)
    .greyscale()
    .raw()
    .toBuffer()
    .then(pixels => ({ width: PAGE.width * FINE, height: PAGE.height * FINE, pixels }))
  drawn.set(key, made)
  return made
}

/** Draws strokes on a copy of the page: ink darkens what is below it. */
async function drawStrokes(paper: Picture, strokes: readonly string[]): Promise<Picture> {
  const { width, height } = paper
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${PAGE.width} ${PAGE.height}"><rect width="100%" height="100%" fill="#fff"/><g fill="none" stroke-linecap="round" stroke-linejoin="round">${strokes.join('')}</g></svg>`
  const ink = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer()
  return { width, height, pixels: paper.pixels.map((grey, at) => (grey * ink[at]!) / 255) }
}

/** Decides what a voter meant in each row, and the strokes that say so. */
function markRows(
  layout: PaperPage,
  random: Random,
  { odd }: Hardness,
): { readonly meant: MadePage['meant']; readonly strokes: readonly string[] } {
  const strokes: string[] = []
  const rowOf = (share: number) => (random() < share ? Math.floor(random() * layout.rows.length) : -1)
  const [crossed, empty] = [rowOf(odd), rowOf(odd)]
  // A voter mostly keeps to one manner.
  const habit = random()
  const meant = layout.rows.map(({ boxes }, at) => {
    if (at === empty) return undefined
    const steps = boxes.filter(({ kind }) => kind === 'step')
    const half = boxes.find(({ kind }) => kind === 'half')
    const pick = () => steps[Math.floor(random() ** 0.7 * steps.length)]!
    const step = pick()
    const withHalf = half !== undefined && step !== steps.at(-1) && random() < 0.4
    const boxesMeant = withHalf ? [step, half] : [step]
    const manner = random() < 0.7 ? habit : random()
    if (at === crossed) {
      const wrong = steps[(step.step + 1 + Math.floor(random() * (steps.length - 1))) % steps.length]!
      strokes.push(...markOf(wrong, manner, random), ...crossOut(wrong, random))
    } else if (random() < 0.06) {
      const wrong = steps[(step.step + 1 + Math.floor(random() * (steps.length - 1))) % steps.length]!
      strokes.push(...erased(wrong, random))
    }
    for (const box of boxesMeant) strokes.push(...markOf(box, manner, random))
    return boxesMeant
  })
  return { meant, strokes }
}

/** A mark in a box: a tick, a cross, a filled box, by pen or by light pencil. */
function markOf(box: Place, manner: number, random: Random): readonly string[] {
  const isPencil = random() < 0.06
  const grey = Math.round(255 * (isPencil ? 0.5 + random() * 0.2 : 0.08 + random() * 0.25))
  const width = 0.45 + random() * 0.45
  const reach = 1.5 + random() * 1.3
  const x = box.x + (random() - 0.5) * 1.2
  const y = box.y + (random() - 0.5) * 1.2
  const near = () => (random() - 0.5) * 0.5
  if (manner < 0.5) {
    const tail = reach * (1 + random() * 0.5)
    return [
      path(
        `M${x - reach + near()} ${y + near()}L${x - reach * 0.2 + near()} ${y + reach * 0.8 + near()}L${x + tail * 0.8 + near()} ${y - tail + near()}`,
        grey,
        width,
      ),
    ]
  }
  if (manner < 0.65) {
    return [
      path(
        `M${x - reach + near()} ${y - reach + near()}L${x + reach + near()} ${y + reach + near()}`,
        grey,
        width,
      ),
      path(
        `M${x + reach + near()} ${y - reach + near()}L${x - reach + near()} ${y + reach + near()}`,
        grey,
        width,
      ),
    ]
  }
  return [scribble(box, 1.9 + random() * 0.5, grey, 0.7 + random() * 0.4, random)]
}

function scribble(box: Place, reach: number, grey: number, width: number, random: Random): string {
  const near = () => (random() - 0.5) * 0.6
  let line = `M${box.x - reach + near()} ${box.y - reach}`
  for (let down = -reach; down < reach; down += width * 0.9) {
    line += `L${box.x + reach + near()} ${box.y + down + near() * 0.4}L${box.x - reach + near()} ${box.y + down + width * 0.5}`
  }
  return path(line, grey, width)
}

function crossOut({ x, y }: Place, random: Random): readonly string[] {
  return [-0.8, 0.8].map(down =>
    path(
      `M${x - 3 - random()} ${y + down + (random() - 0.5)}L${x + 3 + random()} ${y + down + (random() - 0.5)}`,
      Math.round(random() * 60),
      0.5 + random() * 0.3,
    ),
  )
}

/** What an eraser leaves: a smear, and a ghost of the line. */
function erased(box: Place, random: Random): readonly string[] {
  const smear = 255 - Math.round(255 * (0.02 + random() * 0.06))
  const ghost = 255 - Math.round(255 * (0.03 + random() * 0.09))
  return [scribble(box, 2.2, smear, 1.4, random), scribble(box, 1.5, ghost, 0.5, random)]
}

function path(line: string, grey: number, width: number): string {
  return `<path d="${line}" stroke="rgb(${grey},${grey},${grey})" stroke-width="${width}"/>`
}

/** Folds the page: each crease is a dark line beside a light one, and the paper bends a little there. */
function fold({ width, height, pixels }: Picture, random: Random, factor: number): void {
  const count = Math.floor(random() * 3 * factor)
  for (let crease = 0; crease < count; crease++) {
    const isAcross = random() < 0.5
    const slope = (random() - 0.5) * 0.05
    const at = (0.15 + random() * 0.7) * (isAcross ? height : width)
    const [dark, light] = [0.12 + random() * 0.18 * factor, random() * 0.1]
    const half = (0.15 + random() * 0.25) * FINE
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const far = isAcross ? y - at - (x - width / 2) * slope : x - at - (y - height / 2) * slope
        if (Math.abs(far) > half * 3) continue
        const shade =
          far < 0 ? -dark * Math.exp(-((far / half) ** 2)) : light * Math.exp(-(((far - half) / half) ** 2))
        pixels[y * width + x] = Math.min(255, pixels[y * width + x]! * (1 + shade))
      }
  }
}

/** Takes a photo of the page on a table: turned, seen at an angle, light falling off to one side. */
function photograph(page: Picture, random: Random, factor: number): Picture {
  const [pageWidth, pageHeight] = [PAGE.width * COARSE, PAGE.height * COARSE]
  const angle = ((random() * 2 - 1) * 15 * factor * Math.PI) / 180
  const turned = (x: number, y: number): Place => ({
    x: x * Math.cos(angle) - y * Math.sin(angle),
    y: x * Math.sin(angle) + y * Math.cos(angle),
  })
  const pull = () => 1 - random() * 0.1 * factor
  const corners = [
    turned((-pageWidth / 2) * pull(), (-pageHeight / 2) * pull()),
    turned((pageWidth / 2) * pull(), (-pageHeight / 2) * pull()),
    turned((pageWidth / 2) * pull(), (pageHeight / 2) * pull()),
    turned((-pageWidth / 2) * pull(), (pageHeight / 2) * pull()),
  ]
  const edge = 20 + random() * 60
  const left = Math.min(...corners.map(({ x }) => x)) - edge
  const top = Math.min(...corners.map(({ y }) => y)) - edge
  const width = Math.ceil(Math.max(...corners.map(({ x }) => x)) - left + edge)
  const height = Math.ceil(Math.max(...corners.map(({ y }) => y)) - top + edge)
  const back = findHomography(
    corners.map(({ x, y }) => ({ x: x - left, y: y - top })),
    [
      { x: 0, y: 0 },
      { x: page.width, y: 0 },
      { x: page.width, y: page.height },
      { x: 0, y: page.height },
    ],
  )!
  const table = 30 + random() * 200
  const direction = random() * 2 * Math.PI
  const fall = factor === 1 ? random() * 0.5 : 0.5 + random() * 0.25
  const bright = 0.85 + random() * 0.15
  const noise = 2 + random() * 4
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const place = project(back, x, y)
      const isOn = place.x >= 0 && place.y >= 0 && place.x < page.width && place.y < page.height
      const along = (x / width - 0.5) * Math.cos(direction) + (y / height - 0.5) * Math.sin(direction)
      const light = bright * (1 - fall * (along / 1.2 + 0.5))
      const grey = (isOn ? meanAround(page, place) : table) * light
      pixels[y * width + x] = Math.min(255, Math.max(0, grey + (random() + random() - 1) * noise * 2))
    }
  return { width, height, pixels }
}

function meanAround(page: Picture, { x, y }: Place): number {
  return (
    (greyAt(page, x - 0.35, y - 0.35) +
      greyAt(page, x + 0.35, y - 0.35) +
      greyAt(page, x - 0.35, y + 0.35) +
      greyAt(page, x + 0.35, y + 0.35)) /
    4
  )
}
