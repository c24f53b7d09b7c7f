# Nombres breves de las 169 metas de los Objetivos de Desarrollo Sostenible, por código.

target-1-1 = Erradicar la pobreza extrema
target-1-2 = Reducir a la mitad la pobreza en todas sus dimensiones
target-1-3 = Protección social para todos
target-1-4 = Igualdad de derechos a los recursos y servicios básicos
target-1-5 = Resiliencia de los pobres ante crisis y desastres
target-1-a = Recursos para poner fin a la pobreza
target-1-b = Políticas en favor de los pobres y con perspectiva de género

target-2-1 = Alimentos sanos y suficientes para todos
target-2-2 = Poner fin a la malnutrición
target-2-3 = Productividad e ingresos de los pequeños productores de alimentos
target-2-4 = Producción de alimentos sostenible y resiliente
target-2-5 = Diversidad genética de semillas, plantas y animales
target-2-a = Invertir en infraestructura rural e investigación agrícola
target-2-b = Mercados y comercio agrícolas justos
target-2-c = Mercados estables de productos alimentarios

target-3-1 = Reducir la mortalidad materna
target-3-2 = Poner fin a las muertes evitables de recién nacidos y niños pequeños
target-3-3 = Poner fin a las epidemias y combatir las enfermedades transmisibles
target-3-4 = Enfermedades no transmisibles y salud mental
target-3-5 = Prevenir y tratar el abuso de sustancias
target-3-6 = Reducir a la mitad las muertes y lesiones de tráfico
target-3-7 = Salud sexual y reproductiva
target-3-8 = Cobertura sanitaria universal
target-3-9 = Menos muertes por contaminación y productos químicos
target-3-a = Control del tabaco
target-3-b = Vacunas y medicamentos para todos
target-3-c = Financiación y personal de la salud
target-3-d = Alerta temprana de riesgos para la salud

target-4-1 = Enseñanza primaria y secundaria gratuita
target-4-2 = Desarrollo y atención en la primera infancia
target-4-3 = Formación profesional y superior asequible
target-4-4 = Competencias pertinentes para el trabajo
target-4-5 = Igualdad de acceso a todos los niveles de enseñanza
target-4-6 = Alfabetización y aritmética elemental
target-4-7 = Educación para el desarrollo sostenible
target-4-a = Instalaciones de aprendizaje seguras e inclusivas
target-4-b = Becas para países en desarrollo
target-4-c = Más docentes cualificados

target-5-1 = Poner fin a la discriminación contra mujeres y niñas
target-5-2 = Poner fin a la violencia contra mujeres y niñas
target-5-3 = Poner fin a prácticas nocivas como el matrimonio infantil
target-5-4 = Valorar los cuidados y el trabajo doméstico no remunerados
target-5-5 = Mujeres en el liderazgo y la toma de decisiones
target-5-6 = Salud y derechos reproductivos
target-5-a = Igualdad de derechos a los recursos económicos y la propiedad
target-5-b = Tecnología para empoderar a las mujeres
target-5-c = Políticas y leyes de igualdad de género

target-6-1 = Agua potable segura y asequible
target-6-2 = Saneamiento e higiene para todos
target-6-3 = Calidad del agua, aguas residuales y reutilización segura
target-6-4 = Uso eficiente del agua y escasez de agua
target-6-5 = Gestión integrada de los recursos hídricos
target-6-6 = Proteger y restablecer los ecosistemas acuáticos
target-6-a = Cooperación internacional en agua y saneamiento
target-6-b = Participación de las comunidades en la gestión del agua

target-7-1 = Acceso a energía moderna para todos
target-7-2 = Más energía renovable
target-7-3 = Duplicar la mejora de la eficiencia energética
target-7-a = Investigación e inversión en energía limpia
target-7-b = Infraestructura energética sostenible en países en desarrollo

target-8-1 = Crecimiento económico sostenible
target-8-2 = Productividad mediante diversificación e innovación
target-8-3 = Empleo decente, emprendimiento y pequeñas empresas
target-8-4 = Eficiencia en los recursos sin degradar el medio ambiente
target-8-5 = Pleno empleo, trabajo decente e igual salario
target-8-6 = Jóvenes que trabajan, estudian o se forman
target-8-7 = Poner fin al trabajo forzoso, la trata y el trabajo infantil
target-8-8 = Derechos laborales y trabajo seguro
target-8-9 = Turismo sostenible
target-8-10 = Acceso a bancos y seguros
target-8-a = Ayuda para el Comercio
target-8-b = Estrategia mundial para el empleo de los jóvenes

target-9-1 = Infraestructura fiable, sostenible y resiliente
target-9-2 = Industria inclusiva y sostenible
target-9-3 = Financiación y mercados para pequeñas empresas
target-9-4 = Modernizar infraestructura e industria para que sean sostenibles
target-9-5 = Investigación y tecnología
target-9-a = Apoyar la infraestructura en países en desarrollo
target-9-b = Tecnología nacional y diversificación
target-9-c = Acceso a las TIC e Internet

target-10-1 = Aumento de los ingresos del 40 por ciento más pobre
target-10-2 = Inclusión social, económica y política
target-10-3 = Igualdad de oportunidades, sin leyes discriminatorias
target-10-4 = Políticas fiscales y sociales para la igualdad
target-10-5 = Regular los mercados financieros mundiales
target-10-6 = Voz de los países en desarrollo en las instituciones mundiales
target-10-7 = Migración segura y bien gestionada
target-10-a = Trato especial a los países en desarrollo en el comercio
target-10-b = Asistencia para el desarrollo donde más se necesita
target-10-c = Remesas de migrantes más baratas

target-11-1 = Vivienda adecuada y mejora de barrios marginales
target-11-2 = Transporte sostenible para todos
target-11-3 = Planificación inclusiva y participativa
target-11-4 = Proteger el patrimonio cultural y natural
target-11-5 = Menos pérdidas por desastres
target-11-6 = Menor impacto ambiental: calidad del aire y desechos
target-11-7 = Zonas verdes y espacios públicos seguros e inclusivos
target-11-a = Vínculos urbano-rurales y planificación regional
target-11-b = Políticas integradas de clima y riesgo de desastres
target-11-c = Edificación sostenible en los países menos adelantados

target-12-1 = Programas de consumo y producción sostenibles
target-12-2 = Uso eficiente de los recursos naturales
target-12-3 = Reducir a la mitad el desperdicio y las pérdidas de alimentos
target-12-4 = Gestión racional de productos químicos y desechos
target-12-5 = Prevenir, reducir, reciclar y reutilizar los desechos
target-12-6 = Prácticas e informes sostenibles en las empresas
target-12-7 = Compras públicas sostenibles
target-12-8 = Conciencia de estilos de vida sostenibles
target-12-a = Capacidad científica para el consumo sostenible
target-12-b = Seguimiento del turismo sostenible
target-12-c = Reformar los subsidios a los combustibles fósiles

target-13-1 = Resiliencia ante los riesgos climáticos y los desastres
target-13-2 = Acción climática en las políticas y la planificación
target-13-3 = Educación y capacidad sobre el clima
target-13-a = Compromiso de financiación climática
target-13-b = Capacidad de planificación climática en los países menos adelantados

target-14-1 = Reducir la contaminación marina
target-14-2 = Proteger los ecosistemas marinos y costeros
target-14-3 = Acidificación de los océanos
target-14-4 = Poner fin a la sobrepesca
target-14-5 = Conservar zonas costeras y marinas
target-14-6 = Poner fin a las subvenciones pesqueras perjudiciales
target-14-7 = Beneficios del mar para los pequeños Estados insulares
target-14-a = Investigación y tecnología marinas
target-14-b = Acceso de la pesca artesanal
target-14-c = Derecho internacional del mar

target-15-1 = Conservar y restablecer ecosistemas terrestres y de agua dulce
target-15-2 = Bosques sostenibles y reforestación
target-15-3 = Luchar contra la desertificación, rehabilitar suelos
target-15-4 = Ecosistemas de montaña
target-15-5 = Detener la pérdida de biodiversidad
target-15-6 = Reparto justo de los recursos genéticos
target-15-7 = Poner fin a la caza furtiva y al tráfico de especies
target-15-8 = Especies exóticas invasoras
target-15-9 = El valor de los ecosistemas en la planificación
target-15-a = Financiación para la biodiversidad
target-15-b = Financiación para los bosques
target-15-c = Apoyo mundial contra la caza furtiva

target-16-1 = Reducir la violencia en todas partes
target-16-2 = Proteger a los niños del maltrato y la violencia
target-16-3 = Estado de derecho y acceso a la justicia
target-16-4 = Reducir las corrientes ilícitas de dinero y armas
target-16-5 = Reducir la corrupción y el soborno
target-16-6 = Instituciones eficaces que rindan cuentas
target-16-7 = Decisiones participativas y representativas
target-16-8 = Países en desarrollo en la gobernanza mundial
target-16-9 = Identidad jurídica para todos
target-16-10 = Acceso público a la información y libertades
target-16-a = Instituciones para prevenir la violencia y el delito
target-16-b = Leyes y políticas no discriminatorias

target-17-1 = Ingresos propios y capacidad tributaria
target-17-2 = Compromisos de asistencia para el desarrollo
target-17-3 = Recursos adicionales para países en desarrollo
target-17-4 = Sostenibilidad de la deuda
target-17-5 = Inversión en los países menos adelantados
target-17-6 = Cooperación en ciencia y tecnología
target-17-7 = Transferencia de tecnologías ecológicas
target-17-8 = Banco de tecnología y capacidad
target-17-9 = Creación de capacidad para los ODS
target-17-10 = Sistema de comercio justo y basado en normas
target-17-11 = Exportaciones de los países en desarrollo
target-17-12 = Acceso a los mercados para los países menos adelantados
target-17-13 = Estabilidad macroeconómica mundial
target-17-14 = Coherencia de las políticas
target-17-15 = Respetar el margen normativo de cada país
target-17-16 = Alianza mundial para el desarrollo sostenible
target-17-17 = Alianzas públicas, privadas y de la sociedad civil
target-17-18 = Capacidad en datos y estadística
target-17-19 = Medir el progreso más allá del PIB
