import { parseSync, type Program } from 'oxc-parser';

export interface Import {
  readonly specifier: string;
  /** `type`: gone at run time. `lazy`: an `import()`. */
  readonly kind: 'run' | 'type' | 'lazy';
}

/** What the rules need to know of one file. */
export interface ModuleFacts {
  readonly imports: readonly Import[];
  /** Names read that the file does not declare anywhere: its globals. */
  readonly globals: ReadonlySet<string>;
  /** Members of `Math` used; `*` if Math itself is passed around. */
  readonly math: ReadonlySet<string>;
  /** Names of all members used, of whatever object. */
  readonly members: ReadonlySet<string>;
  readonly usesPower: boolean;
  readonly hasDefaultExport: boolean;
  /** Nothing but re-exports, or an index file with any: a door to other files. */
  readonly isBarrel: boolean;
  readonly syntaxErrors: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Parses TypeScript or TSX. A name declared anywhere in the file counts as declared everywhere in it. */
export function readModule(path: string, source: string): ModuleFacts {
  const { program, errors } = parseSync(path, source);
  const collector = new Collector();
  collector.visit(program as unknown as Node);
  const globals = new Set([...collector.read].filter((name) => !collector.declared.has(name)));
  return {
    imports: collector.imports,
    globals,
    math: globals.has('Math') ? collector.math : new Set(),
    members: collector.members,
    usesPower: collector.usesPower,
    hasDefaultExport: collector.hasDefaultExport,
    isBarrel: isBarrel(path, program),
    syntaxErrors: errors.map((error) => error.message),
  };
}

function isBarrel(path: string, { body }: Program): boolean {
  const isReexport = (node: unknown): boolean => {
    const { type, source } = node as Node;
    return (
      type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && source !== null)
    );
  };
  if (/(^|\/)index\.tsx?$/.test(path)) return body.some(isReexport);
  return body.length > 0 && body.every(isReexport);
}

/** Expressions that wear a type: their inside is still code. */
const TYPED_EXPRESSIONS = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSExportAssignment',
]);

class Collector {
  readonly imports: Import[] = [];
  readonly declared = new Set<string>();
  readonly read = new Set<string>();
  readonly math = new Set<string>();
  readonly members = new Set<string>();
  usesPower = false;
  hasDefaultExport = false;

  visit(node: Node): void {
    switch (node.type) {
      case 'ImportDeclaration':
        this.#import(node, node['importKind'] === 'type');
        for (const specifier of node['specifiers'] as Node[]) this.#declare(specifier['local']);
        return;
      case 'ExportAllDeclaration':
        this.#import(node, node['exportKind'] === 'type');
        return;
      case 'ExportNamedDeclaration':
        if (node['source'] !== null) this.#import(node, node['exportKind'] === 'type');
        for (const specifier of node['specifiers'] as Node[]) {
          const exported = specifier['exported'] as Node;
          if (exported['name'] === 'default') this.hasDefaultExport = true;
        }
        if (isNode(node['declaration'])) this.visit(node['declaration']);
        return;
      case 'ExportDefaultDeclaration':
        this.hasDefaultExport = true;
        break;
      case 'ImportExpression':
        this.#lazyImport(node['source'] as Node);
        break;
      case 'TSImportType':
        this.#importType(node);
        break;
      case 'VariableDeclarator':
        this.#declare(node['id']);
        if (isNode(node['init']) && node['init']['name'] === 'Math') this.#destructureMath(node);
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.#declare(node['id']);
        for (const parameter of node['params'] as unknown[]) this.#declare(parameter);
        break;
      case 'ClassDeclaration':
      case 'ClassExpression':
      case 'TSEnumDeclaration':
        this.#declare(node['id']);
        break;
      case 'CatchClause':
        this.#declare(node['param']);
        break;
      case 'MemberExpression':
        this.#member(node);
        return;
      case 'Property':
      case 'MethodDefinition':
      case 'PropertyDefinition':
      case 'AccessorProperty':
        if (node['computed'] === true) this.visit(node['key'] as Node);
        for (const field of ['value', 'decorators'] as const) this.#children(node[field]);
        return;
      case 'LabeledStatement':
        this.visit(node['body'] as Node);
        return;
      case 'BreakStatement':
      case 'ContinueStatement':
        return;
      case 'BinaryExpression':
      case 'AssignmentExpression':
        if (node['operator'] === '**' || node['operator'] === '**=') this.usesPower = true;
        break;
      case 'Identifier':
        this.read.add(node['name'] as string);
        if (node['name'] === 'Math') this.math.add('*');
        this.#typesOnly(node['typeAnnotation']);
        return;
    }
    if (node.type.startsWith('TS') && !TYPED_EXPRESSIONS.has(node.type)) {
      this.#typesOnly(node);
      return;
    }
    for (const [field, value] of Object.entries(node)) {
      if (field !== 'typeAnnotation' && field !== 'returnType' && field !== 'typeArguments') {
        this.#children(value);
      } else if (isNode(value)) {
        this.#typesOnly(value);
      }
    }
  }

  #children(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.#children(item);
    else if (isNode(value)) this.visit(value);
  }

  /** Inside types only `import('…')` counts. */
  #typesOnly(value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) this.#typesOnly(item);
    } else if (isNode(value)) {
      if (value.type === 'TSImportType') this.#importType(value);
      for (const child of Object.values(value)) this.#typesOnly(child);
    }
  }

  #import(node: Node, typeOnly: boolean): void {
    const { value } = node['source'] as { value: string };
    this.imports.push({ specifier: value, kind: typeOnly ? 'type' : 'run' });
  }

  #lazyImport(source: Node): void {
    if (typeof source['value'] === 'string') {
      this.imports.push({ specifier: source['value'], kind: 'lazy' });
    }
  }

  #importType(node: Node): void {
    const source = (node['source'] ?? node['argument']) as Node;
    const literal = isNode(source['literal']) ? source['literal'] : source;
    this.imports.push({ specifier: String(literal['value']), kind: 'type' });
  }

  #member(node: Node): void {
    const object = node['object'] as Node;
    const property = node['property'] as Node;
    const name =
      node['computed'] === true
        ? typeof property['value'] === 'string'
          ? property['value']
          : undefined
        : (property['name'] as string | undefined);
    if (name !== undefined) this.members.add(name);
    if (object.type === 'Identifier' && object['name'] === 'Math') {
      this.read.add('Math');
      this.math.add(name ?? '*');
    } else if (object.type === 'Identifier' && GLOBAL_OBJECTS.has(object['name'] as string)) {
      this.read.add(object['name'] as string);
      if (name !== undefined) this.read.add(name);
    } else {
      this.visit(object);
    }
    if (node['computed'] === true) this.visit(property);
  }

  #destructureMath(node: Node): void {
    const id = node['id'] as Node;
    if (id.type !== 'ObjectPattern') return;
    for (const property of id['properties'] as Node[]) {
      const key = property['key'] as Node | undefined;
      this.math.add(key !== undefined && typeof key['name'] === 'string' ? key['name'] : '*');
    }
  }

  /** Adds the names bound by a pattern. */
  #declare(pattern: unknown): void {
    if (!isNode(pattern)) return;
    switch (pattern.type) {
      case 'Identifier':
        this.declared.add(pattern['name'] as string);
        break;
      case 'ObjectPattern':
        for (const property of pattern['properties'] as Node[]) {
          this.#declare(property['value'] ?? property['argument']);
        }
        break;
      case 'ArrayPattern':
        for (const element of pattern['elements'] as unknown[]) this.#declare(element);
        break;
      case 'AssignmentPattern':
        this.#declare(pattern['left']);
        break;
      case 'RestElement':
        this.#declare(pattern['argument']);
        break;
      case 'TSParameterProperty':
        this.#declare(pattern['parameter']);
        break;
    }
  }
}

const GLOBAL_OBJECTS = new Set(['globalThis', 'self', 'window', 'global']);
