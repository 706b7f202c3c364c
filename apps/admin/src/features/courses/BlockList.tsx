'use client'

import type { Block } from '@gs/domain/courses'
import { Button, IconButton } from '@gs/ui'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { BlockEditor } from './BlockEditor.tsx'
import { emptyBlock, NEW_BLOCKS, type NewBlockType } from './block-text.ts'

/** A block with a name of its own, so that what is typed stays with it when it moves. */
export interface EditedBlock {
  readonly id: string
  readonly block: Block
}

export const withIds = (blocks: readonly Block[]): readonly EditedBlock[] =>
  blocks.map((block, index) => ({ id: `block-${index}`, block }))

export interface BlockListProps {
  readonly blocks: readonly EditedBlock[]
  readonly onChange: (blocks: readonly EditedBlock[]) => void
}

/** The blocks of a lesson: edit, add, move, remove. */
export function BlockList({ blocks, onChange }: BlockListProps) {
  const t = useTranslations('courses.block')
  const add = (type: NewBlockType): void => onChange([...blocks, { id: crypto.randomUUID(), block: emptyBlock(type) }])
  const move = (from: number, by: -1 | 1): void => {
    const next = [...blocks]
    const [moved] = next.splice(from, 1)
    if (moved) next.splice(from + by, 0, moved)
    onChange(next)
  }
  return (
    <div className="space-y-4">
      <ol className="space-y-4">
        {blocks.map(({ id, block }, index) => {
          const name = t('name', { number: index + 1, type: t(`type.${block.type}`) })
          return (
            <li key={id} className="rounded-xl border border-line p-3">
              <div className="mb-2 flex items-center justify-between gap-2">
                <span className="font-medium text-muted text-sm">{name}</span>
                <span className="flex">
                  <IconButton
                    label={t('up', { name })}
                    icon={<ArrowUp />}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  />
                  <IconButton
                    label={t('down', { name })}
                    icon={<ArrowDown />}
                    disabled={index === blocks.length - 1}
                    onClick={() => move(index, 1)}
                  />
                  <IconButton
                    label={t('remove', { name })}
                    icon={<Trash2 />}
                    onClick={() => onChange(blocks.filter((each) => each.id !== id))}
                  />
                </span>
              </div>
              <BlockEditor
                key={id}
                id={id}
                label={name}
                block={block}
                onChange={(next) => onChange(blocks.map((each) => (each.id === id ? { id, block: next } : each)))}
              />
            </li>
          )
        })}
      </ol>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="mb-2 font-medium text-sm">{t('add')}</legend>
        {NEW_BLOCKS.map((type) => (
          <Button key={type} size="sm" icon={<Plus aria-hidden />} onClick={() => add(type)}>
            {t(`type.${type}`)}
          </Button>
        ))}
      </fieldset>
    </div>
  )
}
