interface SyntaxNode {
  readonly type: string;
  readonly expression?: { readonly type: string; readonly elements?: readonly { readonly type: string }[] };
  readonly typeAnnotation?: { readonly typeName?: { readonly name?: string } };
}

/**
 * Leaves out the words in `[...] as const`. They are types too, and code that uses a word fails the type check once it
 * is changed. Stryker does not know, and runs every test for each: a list is made when its file is loaded.
 */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'words-of-types',
    value: { shouldIgnore: ({ node }: { readonly node: SyntaxNode }) => reasonToIgnore(node) },
  },
];

function reasonToIgnore({ type, expression, typeAnnotation }: SyntaxNode): string | undefined {
  const isConst = type === 'TSAsExpression' && typeAnnotation?.typeName?.name === 'const';
  const isOfWords = expression?.elements?.every((element) => element.type === 'StringLiteral') ?? false;
  return isConst && isOfWords ? 'the type check notices' : undefined;
}
