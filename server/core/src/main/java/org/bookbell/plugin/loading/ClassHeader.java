package org.bookbell.plugin.loading;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The first lines of a class file (Java Virtual Machine Specification, chapter 4): enough to know what it extends
 * without loading it, and with it everything it names.
 *
 * @param name the class's name, with dots
 * @param modifiers its access flags, readable by {@link Modifier}
 * @param supertypes its superclass and interfaces
 * @param java the Java that it needs, such as 17
 * @param references the classes that it names
 */
public record ClassHeader(String name, int modifiers, List<String> supertypes, int java, Set<String> references) {

    /** Java 1 wrote class files of version 45. */
    private static final int BEFORE_JAVA = 44;

    private static final int MAGIC = 0xCAFEBABE;

    /** Whether a plugin's instance can be made of this class. */
    boolean isPublicAndConcrete() {
        return Modifier.isPublic(modifiers) && !Modifier.isAbstract(modifiers) && !Modifier.isInterface(modifiers);
    }

    static ClassHeader read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        if (data.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        data.skipNBytes(2);
        int java = data.readUnsignedShort() - BEFORE_JAVA;
        var pool = Pool.read(data);
        int modifiers = data.readUnsignedShort();
        var name = pool.className(data.readUnsignedShort());
        var supertypes = new ArrayList<String>();
        int superclass = data.readUnsignedShort();
        if (superclass != 0) {
            supertypes.add(pool.className(superclass));
        }
        int interfaces = data.readUnsignedShort();
        for (int i = 0; i < interfaces; i++) {
            supertypes.add(pool.className(data.readUnsignedShort()));
        }
        return new ClassHeader(name, modifiers, supertypes, java, pool.classNames());
    }

    /** The constant pool: texts, and for a class the index of its name's text. */
    private static final class Pool {

        private final String[] texts;
        private final int[] names;

        private Pool(String[] texts, int[] names) {
            this.texts = texts;
            this.names = names;
        }

        static Pool read(DataInputStream data) throws IOException {
            int count = data.readUnsignedShort();
            var texts = new String[count];
            var names = new int[count];
            for (int i = 1; i < count; i++) {
                int tag = data.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts[i] = data.readUTF();
                    case 7 -> names[i] = data.readUnsignedShort();
                    case 8, 16, 19, 20 -> data.skipNBytes(2);
                    case 15 -> data.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> data.skipNBytes(4);
                    case 5, 6 -> {
                        data.skipNBytes(8);
                        i++;
                    }
                    default -> throw new IOException("unknown constant " + tag);
                }
            }
            return new Pool(texts, names);
        }

        /** All classes that are named, arrays as what is in them. */
        Set<String> classNames() throws IOException {
            var all = new TreeSet<String>();
            for (int i = 1; i < names.length; i++) {
                if (names[i] != 0) {
                    var name = className(i);
                    var element = name.replaceFirst("^\\[+L?", "").replaceFirst(";$", "");
                    if (!name.startsWith("[") || name.endsWith(";")) {
                        all.add(element);
                    }
                }
            }
            return all;
        }

        String className(int index) throws IOException {
            if (index >= names.length || names[index] >= texts.length || texts[names[index]] == null) {
                throw new IOException("constant " + index + " is no class");
            }
            return texts[names[index]].replace('/', '.');
        }
    }
}
