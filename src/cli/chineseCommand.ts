import { Command, Help, type Argument, type Option } from 'commander'
import { displayWidth, wrapToWidth } from './displayWidth.ts'

/** A commander command whose help and errors are entirely in Chinese. */
export class ChineseCommand extends Command {
  constructor(name?: string) {
    super(name)
    this.helpOption('-h, --help', '显示帮助')
    this.pointToHelp()
  }

  /** Keeps the hint of the parent command, which a subcommand would otherwise take over. */
  override copyInheritedSettings(above: Command): this {
    super.copyInheritedSettings(above)
    return this.pointToHelp()
  }

  private pointToHelp(): this {
    const command = this.name() === 'hengping' ? '' : ` ${this.name()}`
    return this.showHelpAfterError(`用 hengping help${command} 查看用法。`)
  }

  override createCommand(name?: string): Command {
    return new ChineseCommand(name)
  }

  override createHelp(): Help {
    return Object.assign(new ChineseHelp(), this.configureHelp())
  }

  override error(message: string, options?: { exitCode?: number; code?: string }): never {
    super.error(chineseError(message), { exitCode: 2, ...options })
  }
}

class ChineseHelp extends Help {
  /** Formats the help without a space after a full-width colon. */
  override formatHelp(command: Command, helper: Help): string {
    return super.formatHelp(command, helper).replace('用法： ', '用法：')
  }

  override styleTitle(title: string): string {
    return TITLES[title] ?? title
  }

  override displayWidth(text: string): number {
    return displayWidth(text)
  }

  override boxWrap(text: string, width: number): string {
    return text
      .split('\n')
      .flatMap(line => wrapToWidth(line, Math.max(20, width)))
      .join('\n')
  }

  override subcommandTerm(command: Command): string {
    return command.name()
  }

  override optionDescription(option: Option): string {
    return described(option.description, option.defaultValue, option.defaultValueDescription)
  }

  override argumentDescription(argument: Argument): string {
    return described(argument.description, argument.defaultValue, argument.defaultValueDescription)
  }
}

function described(text: string, value: unknown, description: string | undefined): string {
  if (value === undefined || typeof value === 'boolean' || Array.isArray(value)) return text
  return `${text}（默认 ${description ?? String(value)}）`
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
}

/** Translations of the messages of commander 15, by pattern; its version is pinned, and a test provokes each message. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^error: missing required argument '(.+)'$/, '缺少参数“$1”。'],
  [/^error: option '(.+)' argument missing$/, '选项“$1”后面缺少内容。'],
  [/^error: required option '(.+)' not specified$/, '缺少必填选项“$1”。'],
  [/^error: option '(.+)' argument '(.*)' is invalid\. ?(.*)$/, '选项“$1”的内容“$2”有误：$3'],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.+)'\. ?(.*)$/,
    '参数“$2”的内容“$1”有误：$3',
  ],
  [/^error: option '(.+)' cannot be used with option '(.+)'$/, '选项“$1”不能与“$2”同用。'],
  [
    /^error: too many arguments.*Expected (\d+) arguments? but got (\d+): (.*)\.$/,
    '参数多了：只要 $1 个，给了 $2 个（$3）。',
  ],
  [/^error: unknown option '(.+?)'$/, '没有选项“$1”。'],
  [/^error: unknown command '(.+?)'$/, '没有命令“$1”。'],
]

/** Translates a usage error into Chinese, with the nearest name where commander found one. */
export function chineseError(message: string): string {
  const [first = '', hint] = message.split('\n(Did you mean ')
  const known = SENTENCES.find(([pattern]) => pattern.test(first))
  if (known === undefined) return /[\u4e00-\u9fff]/.test(message) ? message : '命令写法有误。'
  const told = first.replace(known[0], known[1])
  const sentence = told.startsWith('参数多了') ? told.replaceAll(', ', '、') : told
  if (hint === undefined) return sentence
  return `${sentence}是不是 ${hint
    .replace(/^one of /, '')
    .replace(/\?\)$/, '')
    .split(', ')
    .join(' 或 ')}？`
}
