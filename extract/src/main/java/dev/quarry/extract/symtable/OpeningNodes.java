package dev.quarry.extract.symtable;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstTable;
import dev.quarry.syntax.symtable.SymbolTable;
import java.util.Arrays;

/// Finds the AST's rows of the nodes that open scopes: a small hash table of those nodes, and one pass over the rows.
final class OpeningNodes {
    private static final int NONE = SymbolTable.NONE;

    /// Open addressing: a node of the syntax tree, 0 where the place is free, and its row.
    private final int[] nodes;
    private final int[] rows;

    private OpeningNodes(int scopes) {
        int slots = Integer.highestOneBit(scopes) * 4;
        nodes = new int[slots];
        rows = new int[slots];
        Arrays.fill(rows, NONE);
    }

    /// By scope, the row of the node that opens it.
    static int[] of(SymbolTable table, AstTable ast) {
        int scopes = table.scopeCount();
        var index = new OpeningNodes(scopes);
        var result = new int[scopes];
        for (int scope = 1; scope < scopes; scope++) {
            int slot = index.slot(opening(table, scope));
            index.nodes[slot] = opening(table, scope);
            result[scope] = slot;
        }
        for (int row = 0; row < ast.size(); row++) {
            int node = ast.treeNode(row);
            int slot = node == 0 ? 0 : index.slot(node);
            // Rows of contexts and operators, which come later, share their parent's node.
            if (node != 0 && index.nodes[slot] == node && index.rows[slot] == NONE) {
                index.rows[slot] = row;
            }
        }
        for (int scope = 1; scope < scopes; scope++) {
            int row = index.rows[result[scope]];
            // What the AST leaves out of a broken file is within the node of the scope around.
            result[scope] = row == NONE ? result[table.parent(scope)] : row;
        }
        return result;
    }

    /// The AST has no parentheses, which an annotation may stand in.
    private static int opening(SymbolTable table, int scope) {
        SyntaxTree tree = table.tree();
        int node = table.node(scope);
        while (tree.kind(node) == NodeKind.PAREN) {
            node = tree.slot(node, 0);
        }
        return node;
    }

    private int slot(int node) {
        int mask = nodes.length - 1;
        int slot = node * 0x9E3779B9 >>> 7 & mask;
        while (nodes[slot] != 0 && nodes[slot] != node) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
